package sweep4j.driver.config;

import sweep4j.driver.search.SearchMethod;

/** The search methods by name, without their settings. */
enum MethodName {
  GRID,
  RANDOM,
  COARSE_TO_FINE,
  SOBOL,
  TPE,
  GP;

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
