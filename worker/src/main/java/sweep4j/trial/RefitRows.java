package sweep4j.trial;

/** What the winner's configuration is trained on again. */
public enum RefitRows {
  /** The training rows alone. */
  TRAIN("train"),
  /** The validation rows too, which nothing has to be compared on any more. */
  TRAIN_AND_VALIDATION("train+validation");

  private final String key;

  RefitRows(String key) {
    this.key = key;
  }

  /** The name in sweep files. */
  public String key() {
    return key;
  }
}
