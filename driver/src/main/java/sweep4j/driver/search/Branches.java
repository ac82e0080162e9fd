package sweep4j.driver.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sweep4j.driver.space.Condition;
import sweep4j.driver.space.Domain;
import sweep4j.driver.space.Parameter;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.Tunable;

/**
 * Counts the cells of a finite space without listing them. What the parameters before have decided
 * for those behind is only which of them cannot exist any more, so two ways to the same of these
 * share one {@link Branch}; and levels that no condition names all lead the same way, so a
 * parameter of a million levels is a few runs.
 */
final class Branches {

  /** A branch by what decides it: where it begins, and which parameters do not exist there. */
  private record Key(int parameter, Set<Tunable> missing) {}

  private final List<Parameter> parameters;
  private final Map<Key, Branch> known = new HashMap<>();

  /**
   * Branches of a space's parameters.
   *
   * @param parameters with levels, each behind those that its conditions are on
   */
  Branches(List<Parameter> parameters) {
    this.parameters = parameters;
  }

  /**
   * All cells of the space.
   *
   * @throws ArithmeticException if there are 2^63 or more
   */
  Branch root() {
    return branch(0, new HashSet<>());
  }

  private Branch branch(int number, Set<Tunable> missing) {
    if (number == parameters.size()) {
      return Branch.end(number);
    }
    Parameter parameter = parameters.get(number);
    if (missing.contains(parameter.hyperparameter())) {
      return branch(number + 1, without(parameter, missing));
    }
    var key = new Key(number, ahead(number, missing));
    Branch branch = known.get(key);
    if (branch == null) {
      branch = Branch.of(number, runs(number, missing));
      known.put(key, branch);
    }
    return branch;
  }

  private Set<Tunable> ahead(int number, Set<Tunable> missing) {
    return parameters.stream()
        .skip(number)
        .map(Parameter::hyperparameter)
        .filter(missing::contains)
        .collect(Collectors.toSet());
  }

  private List<Branch.Run> runs(int number, Set<Tunable> missing) {
    Parameter parameter = parameters.get(number);
    var runs = new ArrayList<Branch.Run>();
    int first = 0;
    for (int named : namedLevels(parameter)) {
      if (first < named) {
        add(runs, first, named - first, branch(number + 1, without(parameter, missing)));
      }
      ParameterValue value = parameter.at(parameter.domain().unitOfLevel(named));
      add(runs, named, 1, branch(number + 1, with(parameter, value, missing)));
      first = named + 1;
    }
    int levels = parameter.domain().levels();
    if (first < levels) {
      add(runs, first, levels - first, branch(number + 1, without(parameter, missing)));
    }
    return List.copyOf(runs);
  }

  private static void add(List<Branch.Run> runs, int first, int levels, Branch next) {
    long before = runs.isEmpty() ? 0 : runs.get(runs.size() - 1).cellsTo();
    runs.add(new Branch.Run(first, levels, before, next));
  }

  /** The levels of {@code parameter} that some condition names. */
  private SortedSet<Integer> namedLevels(Parameter parameter) {
    Domain domain = parameter.domain();
    var named = new TreeSet<Integer>();
    parameters.stream()
        .flatMap(each -> on(parameter, each))
        .flatMap(condition -> condition.values().stream())
        .filter(parameter::contains)
        .forEach(value -> named.add(domain.levelAt(parameter.unitOf(value))));
    return named;
  }

  private static Stream<Condition> on(Parameter parameter, Parameter other) {
    return other.conditions().stream().filter(each -> each.on().equals(parameter.hyperparameter()));
  }

  /** What is missing behind {@code parameter} if it has {@code value}. */
  private Set<Tunable> with(Parameter parameter, ParameterValue value, Set<Tunable> missing) {
    return more(missing, parameter, condition -> !condition.values().contains(value));
  }

  /** What is missing behind {@code parameter} if it does not exist, or has a value nobody names. */
  private Set<Tunable> without(Parameter parameter, Set<Tunable> missing) {
    return more(missing, parameter, condition -> true);
  }

  private Set<Tunable> more(Set<Tunable> missing, Parameter parameter, Predicate<Condition> fails) {
    Set<Tunable> more = new HashSet<>();
    more.addAll(missing);
    parameters.stream()
        .filter(each -> on(parameter, each).anyMatch(fails))
        .forEach(each -> more.add(each.hyperparameter()));
    return more;
  }
}
