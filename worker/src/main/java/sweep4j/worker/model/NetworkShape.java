package sweep4j.worker.model;

import java.util.Collections;
import java.util.List;
import sweep4j.trial.Task;

/**
 * What the data ask of a network.
 *
 * @param task decides the output layer: softmax with cross-entropy, or linear with squared error
 * @param inputs width of an example, at least 1
 * @param outputs number of classes (at least 2), or 1 for regression
 * @param classCounts training examples of each class, at least 1 each; empty for regression
 */
public record NetworkShape(Task task, int inputs, int outputs, List<Integer> classCounts) {
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
  }

  /** Data with as many examples of each class as of any other. */
  public NetworkShape(Task task, int inputs, int outputs) {
    this(
        task,
        inputs,
        outputs,
        task == Task.CLASSIFICATION ? Collections.nCopies(outputs, 1) : List.of());
  }
}
