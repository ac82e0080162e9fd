package sweep4j.driver.search;

/**
 * Which results a trial may wait for. A pruner lets trials of a bracket wait for each other, so a
 * sampler that waited for one of them to end before it suggested another would wait for ever.
 */
@FunctionalInterface
public interface Horizon {

  /** Where trials do not wait for each other: trial {@code i} may need all {@code i} before it. */
  Horizon ALL_BEFORE = trial -> trial;

  /**
   * How many of the first trials {@code trial} may at most need: from 0 to {@code trial}, and never
   * fewer than the trial before may.
   */
  int of(int trial);
}
