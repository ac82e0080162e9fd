package sweep4j.driver.config;

import org.jspecify.annotations.Nullable;

/** Reads {@code search.warm_start}. What is in the folder is for whoever opens it to say. */
final class WarmStartSection {
  private WarmStartSection() {}

  /**
   * The absolute path or URI of the earlier run's folder, empty for none; null after a problem.
   *
   * @param plan null if a problem with it has been reported
   */
  static @Nullable String read(Section search, @Nullable SearchPlan plan, Locations locations) {
    String folder = search.read(Key.SEARCH_WARM_START, "", locations::resolve);
    if (search.has(Key.SEARCH_WARM_START) && plan != null && !plan.method().learns()) {
      search.problem(
          Key.SEARCH_WARM_START,
          "search.warm_start is for methods that learn from results, which search.method %s does"
                  .formatted(Choice.name(MethodName.of(plan.method())))
              + " not: leave it out, or choose coarse_to_fine, tpe or gp");
      return null;
    }
    return folder;
  }
}
