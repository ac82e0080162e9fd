package sweep4j.driver.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.search.TryFirst;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.Tunable;

/** Reads {@code search.try_first}: a list of configurations of the search space, whole or not. */
final class TryFirstSection {
  private static final String RULE = "a list of mappings of parameters to single values";

  private final SearchSpace space;

  private TryFirstSection(SearchSpace space) {
    this.space = space;
  }

  /**
   * The configurations, without what is fixed anyway; null after a problem.
   *
   * @param space null if a problem with it has been reported
   * @param plan null if a problem with it has been reported
   */
  static @Nullable List<Hyperparameters> read(
      Section search, @Nullable SearchSpace space, @Nullable SearchPlan plan, long seed) {
    if (!search.has(Key.SEARCH_TRY_FIRST)) {
      return List.of();
    }
    List<Value> items = search.read(Key.SEARCH_TRY_FIRST, value -> value.items(RULE));
    if (items == null || space == null) {
      return null;
    }
    List<Hyperparameters> all = new TryFirstSection(space).configurations(items);
    return all != null && plan != null && fits(search, space, plan, all, seed) ? all : null;
  }

  private @Nullable List<Hyperparameters> configurations(List<Value> items) {
    Map<Hyperparameters, Integer> numbers = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      Value item = items.get(i);
      var named =
          new Value("search.try_first[" + i + "]", item.place(), item.node(), item.problems());
      Hyperparameters read = configuration(named);
      Integer first = read == null ? null : numbers.putIfAbsent(read, i);
      if (first != null) {
        named
            .problems()
            .add(
                named.place(),
                named.path() + " must differ from search.try_first[" + first + "], but is equal");
      }
    }
    return numbers.size() == items.size() ? List.copyOf(numbers.keySet()) : null;
  }

  private @Nullable Hyperparameters configuration(Value item) {
    List<String> names = space.hyperparameters().stream().map(Tunable::key).toList();
    if (item.unusable()) {
      return null;
    }
    Section section = item.section(names, "a mapping of parameters to single values");
    if (section == null) {
      return null;
    }
    Map<Tunable, ParameterValue> set = new LinkedHashMap<>();
    for (Parameter parameter : space.parameters()) {
      if (section.entries().containsKey(parameter.name())) {
        ParameterValue value = value(section.value(parameter.name()), parameter);
        if (value != null) {
          set.put(parameter.hyperparameter(), value);
        }
      }
    }
    if (set.size() < section.entries().size()
        || !new WantedParameters(space, section, set).exist()) {
      return null;
    }
    set.keySet().removeIf(each -> space.parameter(each).isFixed());
    if (set.isEmpty()) {
      item.mustBe("a mapping of at least one parameter that varies to a single value");
      return null;
    }
    return new Hyperparameters(set);
  }

  private static @Nullable ParameterValue value(Value given, Parameter parameter) {
    if (given.unusable()) {
      return null;
    }
    ParameterValue value = HyperparameterValues.read(given, parameter.hyperparameter());
    if (value != null && !parameter.contains(value)) {
      given.mustBe(
          "of the values of parameters.%s, {%s}"
              .formatted(parameter.name(), ParameterText.domain(parameter)));
      return null;
    }
    return value;
  }

  private static boolean fits(
      Section search, SearchSpace space, SearchPlan plan, List<Hyperparameters> all, long seed) {
    if (all.size() > plan.maxTrials()) {
      search.problem(
          Key.SEARCH_TRY_FIRST,
          "search.try_first must have at most search.max_trials configurations, %d, but got %d"
              .formatted(plan.maxTrials(), all.size()));
      return false;
    }
    try {
      TryFirst.points(space, all, seed);
      return true;
    } catch (IllegalArgumentException nothingLeft) {
      search.problem(Key.SEARCH_TRY_FIRST, "search." + nothingLeft.getMessage());
      return false;
    }
  }
}
