package sweep4j.trial;

/** What is measured on the validation split after each epoch. */
public enum Metric {
  /**
   * Mean loss per example, without any weight penalty: cross-entropy in nats for classification,
   * mean squared error of the scaled label for regression.
   */
  VALIDATION_LOSS("validation_loss", Goal.MINIMIZE),
  /** Share of examples whose likeliest class is the right one; classification only. */
  VALIDATION_ACCURACY("validation_accuracy", Goal.MAXIMIZE),
  /** Root of the mean squared error in the label's own unit; regression only. */
  VALIDATION_RMSE("validation_rmse", Goal.MINIMIZE);

  private final String key;
  private final Goal goal;

  Metric(String key, Goal goal) {
    this.key = key;
    this.goal = goal;
  }

  /** The name in sweep files and leaderboards. */
  public String key() {
    return key;
  }

  /** The only goal that makes sense for this metric. */
  public Goal goal() {
    return goal;
  }

  /** Whether a model for {@code task} has this metric. */
  public boolean fits(Task task) {
    return switch (this) {
      case VALIDATION_LOSS -> true;
      case VALIDATION_ACCURACY -> task == Task.CLASSIFICATION;
      case VALIDATION_RMSE -> task == Task.REGRESSION;
    };
  }

  /** The metric's value in {@code score}, which must be of a task that the metric fits. */
  public double of(Score score) {
    return this == VALIDATION_LOSS ? score.loss() : score.quality();
  }

  /** The metric's value in {@code score}, turned so that lower is better. */
  public double cost(Score score) {
    return goal.cost(of(score));
  }
}
