package sweep4j.driver.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.search.PruningMethod;
import sweep4j.driver.search.SearchMethod;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;

/** Reads {@code search:}, in view of the search space. */
final class SearchSection {
  private static final int DEFAULT_ROUNDS = 3;

  private static final Map<String, MethodName> METHODS = Choice.of(MethodName.values());

  private final Section search;

  private SearchSection(Section search) {
    this.search = search;
  }

  /** The plan; without a space or epochs, only what can be checked without them is checked. */
  static @Nullable SearchPlan read(
      Section search,
      @Nullable SearchSpace space,
      Section parameters,
      @Nullable Integer maxEpochs) {
    SearchPlan plan = new SearchSection(search).plan(space, parameters);
    PruningMethod pruning = PrunerSection.read(search, maxEpochs);
    return plan == null || pruning == null ? null : plan.with(pruning);
  }

  private @Nullable SearchPlan plan(@Nullable SearchSpace space, Section parameters) {
    MethodName method = search.read(Key.SEARCH_METHOD, value -> value.choice(METHODS));
    if (method == null) {
      return null;
    }
    if (method != MethodName.COARSE_TO_FINE && search.has(Key.SEARCH_ROUNDS)) {
      search.problem(
          Key.SEARCH_ROUNDS,
          "search.rounds belongs to method coarse_to_fine, but search.method is "
              + Choice.name(method));
    }
    return switch (method) {
      case GRID -> grid(space, parameters);
      case RANDOM -> random();
      case COARSE_TO_FINE -> coarseToFine();
    };
  }

  private static @Nullable Integer trials(Value value) {
    return value.count(1, SearchPlan.MOST_TRIALS);
  }

  private @Nullable SearchPlan random() {
    Integer trials = search.read(Key.SEARCH_MAX_TRIALS, SearchSection::trials);
    return trials == null ? null : new SearchPlan(new SearchMethod.Random(), trials);
  }

  private @Nullable SearchPlan coarseToFine() {
    Integer trials = search.read(Key.SEARCH_MAX_TRIALS, SearchSection::trials);
    Integer rounds = search.read(Key.SEARCH_ROUNDS, DEFAULT_ROUNDS, value -> value.count(1));
    // More rounds than trials are no problem, or --trials 2 would need a second override.
    return trials == null || rounds == null
        ? null
        : new SearchPlan(new SearchMethod.CoarseToFine(rounds), trials);
  }

  private @Nullable SearchPlan grid(@Nullable SearchSpace space, Section parameters) {
    Integer limit =
        search.read(Key.SEARCH_MAX_TRIALS, SearchPlan.MOST_TRIALS, SearchSection::trials);
    if (limit == null || space == null || !enumerable(space, parameters)) {
      return null;
    }
    long cells;
    try {
      cells = SearchMethod.Grid.cells(space);
    } catch (IllegalArgumentException uncountable) {
      search.problem(Key.SEARCH_METHOD, "a grid must have fewer than 2^63 cells");
      return null;
    }
    if (cells > limit) {
      boolean stated = search.has(Key.SEARCH_MAX_TRIALS);
      search.problem(
          stated ? Key.SEARCH_MAX_TRIALS : Key.SEARCH_METHOD,
          stated
              ? "search.max_trials must be at least the grid's number of cells, which is %d, but got %d"
                  .formatted(cells, limit)
              : "a grid must have at most %d cells, but got %d".formatted(limit, cells));
      return null;
    }
    return new SearchPlan(new SearchMethod.Grid(), (int) cells);
  }

  /** Whether each parameter has levels, so that there is a grid at all. */
  private static boolean enumerable(SearchSpace space, Section parameters) {
    boolean enumerable = true;
    for (Parameter parameter : space.varying()) {
      if (parameter.domain().levels() == 0) {
        Value value = parameters.value(parameter.name());
        parameters
            .problems()
            .add(
                value.place(),
                value.path()
                    + " must have a countable number of values for a grid: add steps, or give a"
                    + " list of values");
        enumerable = false;
      }
    }
    return enumerable;
  }
}
