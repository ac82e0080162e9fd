package sweep4j.trial;

/** What the label column means. */
public enum Task {
  /** The label names one of a finite set of classes. */
  CLASSIFICATION,
  /** The label is a number. */
  REGRESSION
}
