package sweep4j.driver.search;

import java.util.List;

/** Checks of what a pruner is told and asked. */
final class PruningChecks {

  private PruningChecks() {}

  static void atLeast(String name, int least, int value) {
    if (value < least) {
      throw new IllegalArgumentException(
          "`%s >= %d` must hold, but got (%s=%d)".formatted(name, least, name, value));
    }
  }

  static void require(PruningMethod method, int trials, int maxEpochs) {
    atLeast("trials", 1, trials);
    if (maxEpochs < method.leastMaxEpochs()) {
      throw new IllegalArgumentException(
          "`max_epochs >= %d` must hold for %s, but got (max_epochs=%d)"
              .formatted(method.leastMaxEpochs(), method, maxEpochs));
    }
  }

  static void requireRung(int rung, List<Integer> rungs) {
    if (rung < 0 || rung >= rungs.size()) {
      throw new IllegalArgumentException(
          "`0 <= rung < rungs` must hold, but got (rung=%d, rungs=%d)"
              .formatted(rung, rungs.size()));
    }
  }
}
