package sweep4j.trial;

/** What a hyperparameter is about; each group is a section of the sweep file. */
public enum Group {
  /** The network. */
  MODEL("model"),
  /** How it is trained. */
  TRAINING("training"),
  /** How training images are varied. */
  AUGMENTATION("augmentation");

  private final String section;

  Group(String section) {
    this.section = section;
  }

  /** The section of a sweep file where a value that holds for every trial stands. */
  public String section() {
    return section;
  }
}
