package sweep4j.worker.model;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Task;

/**
 * What the data ask of a network.
 *
 * @param task decides the output layer: softmax with cross-entropy, or linear with squared error
 * @param inputs width of an example, at least 1
 * @param outputs number of classes (at least 2), or 1 for regression
 * @param classCounts training examples of each class, at least 1 each; empty for regression
 * @param image how an example is an image, of as many values; null where it is none
 */
public record NetworkShape(
    Task task, int inputs, int outputs, List<Integer> classCounts, @Nullable Image image) {

  /**
   * Sizes of an image, whose values come channel after channel, each row after row.
   *
   * @param channels at least 1
   * @param width in pixels, at least 1
   */
  public record Image(int channels, int height, int width) {
    public Image {
      if (channels < 1 || height < 1 || width < 1) {
        throw new IllegalArgumentException(
            "an image's sizes must be at least 1, but got %d channels of %d x %d"
                .formatted(channels, height, width));
      }
    }

    int values() {
      return channels * height * width;
    }
  }

  public NetworkShape {
    classCounts = List.copyOf(classCounts);
    if (inputs < 1) {
      throw new IllegalArgumentException("inputs must be at least 1, but got " + inputs);
    }
    int least = task == Task.CLASSIFICATION ? 2 : 1;
    if (outputs < least) {
      throw new IllegalArgumentException(
          task + " needs at least " + least + " outputs, but got " + outputs);
    }
    if (classCounts.size() != (task == Task.CLASSIFICATION ? outputs : 0)
        || classCounts.stream().anyMatch(count -> count < 1)) {
      throw new IllegalArgumentException(
          task + " with " + outputs + " outputs cannot have classes of " + classCounts);
    }
    if (image != null && image.values() != inputs) {
      throw new IllegalArgumentException(
          "an example of %d values is no image like %s".formatted(inputs, image));
    }
  }

  /** Of images, with as many examples of each class as of any other. */
  public NetworkShape(Task task, int inputs, int outputs, @Nullable Image image) {
    this(
        task,
        inputs,
        outputs,
        task == Task.CLASSIFICATION ? Collections.nCopies(outputs, 1) : List.of(),
        image);
  }

  /** Of examples that are no images, with as many of each class as of any other. */
  public NetworkShape(Task task, int inputs, int outputs) {
    this(task, inputs, outputs, null);
  }

  /**
   * The image.
   *
   * @param who the model type that needs it
   * @throws IllegalArgumentException if examples are no images, in words for the user
   */
  Image requireImage(String who) {
    if (image == null) {
      throw new IllegalArgumentException(
          "model type %s needs images, but these data are rows of a table".formatted(who));
    }
    return image;
  }
}
