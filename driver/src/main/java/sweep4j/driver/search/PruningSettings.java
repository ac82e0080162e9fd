package sweep4j.driver.search;

/** Checks of what a pruning method is told. */
final class PruningSettings {

  private PruningSettings() {}

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
}
