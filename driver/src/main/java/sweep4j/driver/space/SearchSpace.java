package sweep4j.driver.space;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.Tunable;

/**
 * What a sweep searches: its parameters, and the unit cube that stands for all their combinations.
 * The cube has one dimension for each parameter that varies, in the order of the list, whether or
 * not the parameter exists in all trials.
 *
 * @param parameters no hyperparameter twice; conditions are on others of them, on values that they
 *     can have, and lead back to none
 */
public record SearchSpace(List<Parameter> parameters) {

  public SearchSpace {
    parameters = List.copyOf(parameters);
    Set<Tunable> seen = new HashSet<>();
    for (Parameter parameter : parameters) {
      if (!seen.add(parameter.hyperparameter())) {
        throw new IllegalArgumentException(
            "each parameter may be named once, but " + parameter.name() + " is there twice");
      }
    }
    for (Parameter parameter : Dependencies.order(parameters)) {
      Dependencies.check(parameter, parameters);
    }
  }

  /** What is searched or fixed here, in order. */
  public List<Tunable> hyperparameters() {
    return parameters.stream().map(Parameter::hyperparameter).toList();
  }

  /**
   * The parameter of {@code hyperparameter}.
   *
   * @throws java.util.NoSuchElementException unless it is searched or fixed here
   */
  public Parameter parameter(Tunable hyperparameter) {
    return parameters.stream()
        .filter(each -> each.hyperparameter().equals(hyperparameter))
        .findFirst()
        .orElseThrow();
  }

  /** The parameters that are not {@link Fixed}: the dimensions of the unit cube, in order. */
  public List<Parameter> varying() {
    return parameters.stream().filter(each -> !each.isFixed()).toList();
  }

  /**
   * All parameters, each behind those that its conditions are on, and otherwise in the order of the
   * list.
   */
  public List<Parameter> byDependency() {
    return Dependencies.order(parameters);
  }

  /** This space with every parameter {@link Parameter#extended}. */
  public SearchSpace extended() {
    return new SearchSpace(parameters.stream().map(Parameter::extended).toList());
  }

  /** This space with the ranges that the sweep file names: the inverse of {@link #extended}. */
  public SearchSpace declared() {
    return new SearchSpace(parameters.stream().map(Parameter::declared).toList());
  }

  /** How many coordinates a point has; 0 if every parameter is fixed. */
  public int dimensions() {
    return varying().size();
  }

  /**
   * Where {@code hyperparameters} are in the unit cube: the inverse of {@link #at}.
   *
   * @return one coordinate for each of {@link #varying}; NaN where the hyperparameter is not set
   * @throws IllegalArgumentException if one has a value that is not of this space
   */
  public double[] pointOf(Hyperparameters hyperparameters) {
    return varying().stream()
        .mapToDouble(
            parameter -> {
              ParameterValue value = hyperparameters.set().get(parameter.hyperparameter());
              return value == null ? Double.NaN : parameter.unitOf(value);
            })
        .toArray();
  }

  /**
   * The hyperparameters at a point of the unit cube, fixed ones included; those left out that do
   * not exist there.
   *
   * @param point one coordinate in [0, 1] for each of {@link #varying}
   */
  public Hyperparameters at(double[] point) {
    if (point.length != dimensions()) {
      throw new IllegalArgumentException(
          "a point must have " + dimensions() + " coordinates, but got " + point.length);
    }
    Map<Tunable, ParameterValue> wanted = new LinkedHashMap<>();
    int dimension = 0;
    for (Parameter parameter : parameters) {
      double unit = parameter.isFixed() ? 0.0 : point[dimension++];
      wanted.put(parameter.hyperparameter(), parameter.at(unit));
    }
    Map<Tunable, ParameterValue> existing = new LinkedHashMap<>();
    for (Parameter parameter : byDependency()) {
      if (parameter.exists(existing)) {
        Tunable key = parameter.hyperparameter();
        existing.put(key, wanted.get(key));
      }
    }
    return new Hyperparameters(existing);
  }

  /**
   * The configuration in which nothing is searched: what is fixed here, and all else left out, so
   * that it has its default.
   *
   * @param fixed what holds in all trials
   */
  public Hyperparameters defaults(Hyperparameters fixed) {
    Map<Tunable, ParameterValue> set = new LinkedHashMap<>();
    Map<Tunable, ParameterValue> existing = new LinkedHashMap<>();
    for (Parameter parameter : byDependency()) {
      if (parameter.exists(existing)) {
        Tunable key = parameter.hyperparameter();
        if (parameter.isFixed()) {
          set.put(key, parameter.at(0.0));
        }
        existing.put(key, fixed.with(new Hyperparameters(set)).value(key));
      }
    }
    return new Hyperparameters(set);
  }

  /**
   * The configuration of this space that gives a trial the same values as {@code trained} does.
   *
   * @param trained all that a trial was trained with; what is not set had its default
   * @return empty if a parameter that would exist has a value there that it cannot have here
   */
  public Optional<Hyperparameters> configurationOf(Hyperparameters trained) {
    Map<Tunable, ParameterValue> existing = new LinkedHashMap<>();
    for (Parameter parameter : byDependency()) {
      if (parameter.exists(existing)) {
        ParameterValue value = trained.value(parameter.hyperparameter());
        if (!parameter.contains(value)) {
          return Optional.empty();
        }
        existing.put(parameter.hyperparameter(), value);
      }
    }
    return Optional.of(new Hyperparameters(existing));
  }

  /**
   * The first parameter that {@code hyperparameters} give a value which it cannot have here; empty
   * if there is none.
   */
  public Optional<Parameter> misfit(Hyperparameters hyperparameters) {
    return parameters.stream()
        .filter(
            parameter -> {
              ParameterValue value = hyperparameters.set().get(parameter.hyperparameter());
              return value != null && !parameter.contains(value);
            })
        .findFirst();
  }

  /** The part of this space in which all that {@code fixed} sets has the value set there. */
  public SearchSpace with(Hyperparameters fixed) {
    return new SearchSpace(
        parameters.stream()
            .map(
                each -> {
                  ParameterValue value = fixed.set().get(each.hyperparameter());
                  return value == null ? each : each.fixedAt(value);
                })
            .toList());
  }
}
