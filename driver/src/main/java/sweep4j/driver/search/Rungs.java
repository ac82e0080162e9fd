package sweep4j.driver.search;

import java.util.List;

/** Checks of the rungs that a pruner is asked about. */
final class Rungs {

  private Rungs() {}

  static void require(int rung, List<Integer> rungs) {
    if (rung < 0 || rung >= rungs.size()) {
      throw new IllegalArgumentException(
          "`0 <= rung < rungs` must hold, but got (rung=%d, rungs=%d)"
              .formatted(rung, rungs.size()));
    }
  }
}
