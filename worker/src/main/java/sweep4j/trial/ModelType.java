package sweep4j.trial;

/** The kinds of network that a sweep can train. */
public enum ModelType {
  /** Fully connected layers, the same activation in each, and an output layer fit for the task. */
  MLP
}
