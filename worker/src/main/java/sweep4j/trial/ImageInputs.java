package sweep4j.trial;

import java.util.List;

/**
 * How images become a network's inputs: channel after channel, each row after row from the top,
 * each from the left.
 *
 * @param height rows of pixels, at least 1
 * @param width pixels in a row, at least 1
 * @param channels 1 for grey images, 3 for red, green and blue
 * @param resized whether images of another size are brought to this one, as in training
 */
public record ImageInputs(
    int height, int width, int channels, boolean resized, List<String> classes) implements Inputs {

  public ImageInputs {
    classes = List.copyOf(classes);
    if (height < 1 || width < 1 || channels < 1) {
      throw new IllegalArgumentException(
          "an image's sizes must be at least 1, but got %d x %d x %d"
              .formatted(height, width, channels));
    }
  }

  @Override
  public int count() {
    return height * width * channels;
  }
}
