package sweep4j.driver.config;

import sweep4j.driver.search.SearchMethod;

/** The search methods by name, without their settings. */
enum MethodName {
  GRID,
  RANDOM,
  COARSE_TO_FINE;

  static MethodName of(SearchMethod method) {
    if (method instanceof SearchMethod.Grid) {
      return GRID;
    }
    return method instanceof SearchMethod.Random ? RANDOM : COARSE_TO_FINE;
  }
}
