package sweep4j.trial;

/**
 * How inputs (and, for regression, the label) are scaled. Fitted on training rows only. The columns
 * of a table are scaled each for itself; the pixels of images share one scale, as they share one
 * unit.
 */
public enum Scale {
  /** As they are. */
  NONE,
  /** To mean 0 and standard deviation 1. */
  STANDARDIZE,
  /** To the range from 0 to 1. */
  MIN_MAX
}
