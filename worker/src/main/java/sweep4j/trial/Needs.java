package sweep4j.trial;

/** What a hyperparameter needs of the data to have a meaning. */
public enum Needs {
  NOTHING("any data"),
  /** Classes to tell apart. */
  CLASSES("classes (data.task: classification)"),
  /** Examples that are images, with a height and a width. */
  IMAGES("images (data.format: idx or images)");

  private final String words;

  Needs(String words) {
    this.words = words;
  }

  /** Fit to follow "needs". */
  public String words() {
    return words;
  }

  /** Whether {@code data} are so. */
  public boolean metBy(DataSettings data) {
    return switch (this) {
      case NOTHING -> true;
      case CLASSES -> data.task() == Task.CLASSIFICATION;
      case IMAGES ->
          data.source() instanceof DataSource.Idx || data.source() instanceof DataSource.Images;
    };
  }
}
