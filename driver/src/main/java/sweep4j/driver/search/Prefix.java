package sweep4j.driver.search;

import java.util.List;

/** Checks of what a sampler is asked. */
final class Prefix {

  private Prefix() {}

  static int requireTrial(int trial, int trials) {
    if (trial < 0 || trial >= trials) {
      throw new IllegalArgumentException(
          "`0 <= trial < trials` must hold, but got (trial=" + trial + ", trials=" + trials + ")");
    }
    return trial;
  }

  /**
   * The results must be those of the trials 0 to {@code needed} - 1 and no others, in order, behind
   * any of other sweeps.
   */
  static void require(List<Observation> results, int needed) {
    int others = others(results);
    if (results.size() - others != needed) {
      throw new IllegalArgumentException(
          "the results of the first "
              + needed
              + " trials are needed, no more and no fewer, but got "
              + (results.size() - others));
    }
    for (int trial = 0; trial < needed; trial++) {
      int number = results.get(others + trial).trial();
      if (number != trial) {
        throw new IllegalArgumentException(
            "results must be in the order of their trials, but number "
                + trial
                + " is of trial "
                + number);
      }
    }
  }

  /** How many of the results are of other sweeps. They stand first. */
  static int others(List<Observation> results) {
    int others = 0;
    while (others < results.size() && results.get(others).trial() < 0) {
      others++;
    }
    return others;
  }
}
