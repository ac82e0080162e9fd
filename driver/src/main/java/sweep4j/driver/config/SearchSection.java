package sweep4j.driver.config;

import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.search.PruningMethod;
import sweep4j.driver.search.SearchMethod;
import sweep4j.driver.search.SearchMethod.CoarseToFine;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;

/** Reads {@code search:}, in view of the search space. */
final class SearchSection {
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
    Ownership.SEARCH_METHOD.owners().forEach((key, owners) -> refuse(key, owners, method));
    return switch (method) {
      case GRID -> grid(space, parameters);
      case RANDOM -> without(new SearchMethod.Random());
      case COARSE_TO_FINE -> coarseToFine();
      case SOBOL -> without(new SearchMethod.Sobol());
      case TPE -> model(SearchMethod.Tpe.DEFAULT_STARTUP_TRIALS, SearchMethod.Tpe::new);
      case GP -> model(SearchMethod.Gp.DEFAULT_STARTUP_TRIALS, SearchMethod.Gp::new);
    };
  }

  private void refuse(Key key, List<String> owners, MethodName method) {
    if (!owners.contains(Choice.name(method)) && search.has(key)) {
      search.problem(
          key,
          "%s belongs to method %s, but search.method is %s"
              .formatted(key.path(), String.join(" or ", owners), Choice.name(method)));
    }
  }

  private static @Nullable Integer trials(Value value) {
    return value.count(1, SearchPlan.MOST_TRIALS);
  }

  /** The plan of a method without settings. */
  private @Nullable SearchPlan without(SearchMethod method) {
    Integer trials = search.read(Key.SEARCH_MAX_TRIALS, SearchSection::trials);
    return trials == null ? null : new SearchPlan(method, trials);
  }

  private @Nullable SearchPlan model(int defaultStartup, IntFunction<SearchMethod> method) {
    Integer trials = search.read(Key.SEARCH_MAX_TRIALS, SearchSection::trials);
    Integer startup =
        search.read(Key.SEARCH_STARTUP_TRIALS, defaultStartup, value -> value.count(1));
    return trials == null || startup == null ? null : new SearchPlan(method.apply(startup), trials);
  }

  private @Nullable SearchPlan coarseToFine() {
    Integer trials = search.read(Key.SEARCH_MAX_TRIALS, SearchSection::trials);
    // More rounds than trials are no problem, or --trials 2 would need a second override.
    Integer rounds =
        search.read(
            Key.SEARCH_ROUNDS,
            CoarseToFine.usualRounds(trials == null ? 1 : trials),
            value -> value.count(1));
    Double keep = search.read(Key.SEARCH_KEEP, CoarseToFine.USUAL_KEEP, SearchSection::keep);
    Double shrink =
        search.read(
            Key.SEARCH_SHRINK,
            CoarseToFine.usualShrink(rounds == null ? 1 : rounds),
            SearchSection::shrink);
    Boolean expand = search.read(Key.SEARCH_EXPAND, false, Value::flag);
    return trials == null || rounds == null || keep == null || shrink == null || expand == null
        ? null
        : new SearchPlan(new CoarseToFine(rounds, keep, shrink, expand), trials);
  }

  private static @Nullable Double keep(Value value) {
    return share(value, "a number above 0 and at most 1", share -> share > 0.0 && share <= 1.0);
  }

  private static @Nullable Double shrink(Value value) {
    return share(value, "a number above 0 and below 1", share -> share > 0.0 && share < 1.0);
  }

  private static @Nullable Double share(Value value, String rule, DoublePredicate holds) {
    Double share = value.real(rule);
    if (share != null && !holds.test(share)) {
      value.mustBe(rule);
      return null;
    }
    return share;
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
