package sweep4j.driver.config;

import java.util.Set;
import sweep4j.driver.search.SearchMethod;

/** The search methods by name, each with the keys of its settings. */
enum MethodName {
  GRID,
  RANDOM,
  COARSE_TO_FINE(Key.SEARCH_ROUNDS, Key.SEARCH_KEEP, Key.SEARCH_SHRINK, Key.SEARCH_EXPAND),
  SOBOL,
  TPE(Key.SEARCH_STARTUP_TRIALS),
  GP(Key.SEARCH_STARTUP_TRIALS);

  private final Set<Key> settings;

  MethodName(Key... settings) {
    this.settings = Set.of(settings);
  }

  Set<Key> settings() {
    return settings;
  }

  static MethodName of(SearchMethod method) {
    if (method instanceof SearchMethod.Grid) {
      return GRID;
    }
    if (method instanceof SearchMethod.Random) {
      return RANDOM;
    }
    if (method instanceof SearchMethod.CoarseToFine) {
      return COARSE_TO_FINE;
    }
    if (method instanceof SearchMethod.Sobol) {
      return SOBOL;
    }
    return method instanceof SearchMethod.Tpe ? TPE : GP;
  }
}
