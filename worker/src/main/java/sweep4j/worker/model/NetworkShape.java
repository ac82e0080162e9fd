package sweep4j.worker.model;

import sweep4j.trial.Task;

/**
 * What the data ask of a network.
 *
 * @param task decides the output layer: softmax with cross-entropy, or linear with squared error
 * @param inputs width of an example, at least 1
 * @param outputs number of classes (at least 2), or 1 for regression
 */
public record NetworkShape(Task task, int inputs, int outputs) {
  public NetworkShape {
    if (inputs < 1) {
      throw new IllegalArgumentException("inputs must be at least 1, but got " + inputs);
    }
    int least = task == Task.CLASSIFICATION ? 2 : 1;
    if (outputs < least) {
      throw new IllegalArgumentException(
          task + " needs at least " + least + " outputs, but got " + outputs);
    }
  }
}
