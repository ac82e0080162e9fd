package sweep4j.driver.space;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ParameterValue;

/**
 * What a sweep searches: its parameters, and the unit cube that stands for all their combinations.
 * The cube has one dimension for each parameter that varies, in the order of the list.
 *
 * @param parameters no hyperparameter twice
 */
public record SearchSpace(List<Parameter> parameters) {

  public SearchSpace {
    parameters = List.copyOf(parameters);
    Set<Hyperparameter> seen = new HashSet<>();
    for (Parameter parameter : parameters) {
      if (!seen.add(parameter.hyperparameter())) {
        throw new IllegalArgumentException(
            "each parameter may be named once, but " + parameter.name() + " is there twice");
      }
    }
  }

  /** What is searched or fixed here, in order. */
  public List<Hyperparameter> hyperparameters() {
    return parameters.stream().map(Parameter::hyperparameter).toList();
  }

  /** The parameters that are not {@link Fixed}: the dimensions of the unit cube, in order. */
  public List<Parameter> varying() {
    return parameters.stream().filter(each -> !(each.domain() instanceof Fixed)).toList();
  }

  /** This space with every parameter {@link Parameter#extended}. */
  public SearchSpace extended() {
    return new SearchSpace(parameters.stream().map(Parameter::extended).toList());
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
   * The hyperparameters at a point of the unit cube, fixed ones included.
   *
   * @param point one coordinate in [0, 1] for each of {@link #varying}
   */
  public Hyperparameters at(double[] point) {
    if (point.length != dimensions()) {
      throw new IllegalArgumentException(
          "a point must have " + dimensions() + " coordinates, but got " + point.length);
    }
    var values = new EnumMap<Hyperparameter, ParameterValue>(Hyperparameter.class);
    int dimension = 0;
    for (Parameter parameter : parameters) {
      boolean fixed = parameter.domain() instanceof Fixed;
      double unit = fixed ? 0.0 : point[dimension++];
      values.put(parameter.hyperparameter(), parameter.at(unit));
    }
    return new Hyperparameters(values);
  }
}
