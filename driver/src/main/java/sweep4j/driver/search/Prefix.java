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

  /** The results must be those of the trials 0 to {@code needed} - 1 and no others. */
  static void require(List<Observation> results, int needed) {
    if (results.size() != needed) {
      throw new IllegalArgumentException(
          "the results of the first "
              + needed
              + " trials are needed, no more and no fewer, but got "
              + results.size());
    }
    for (int trial = 0; trial < needed; trial++) {
      if (results.get(trial).trial() != trial) {
        throw new IllegalArgumentException(
            "results must be in the order of their trials, but number "
                + trial
                + " is of trial "
                + results.get(trial).trial());
      }
    }
  }
}
