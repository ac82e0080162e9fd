package sweep4j.driver.search;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sweep4j.driver.space.IntLogUniform;
import sweep4j.driver.space.LogUniform;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;
import sweep4j.driver.space.Uniform;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;

/**
 * Functions with a known minimum to measure samplers on. {@code deploy/bench/optuna_functions.py}
 * has the same.
 *
 * @param regret of a point of the unit cube: its cost less the minimum, which is at least 0
 */
record TestFunction(String name, SearchSpace space, ToDoubleFunction<double[]> regret) {

  static List<TestFunction> all() {
    SearchSpace mixed = mixedSpace();
    return List.of(
        new TestFunction("branin", cube(2), Problems::branin),
        new TestFunction("hartmann6", cube(6), Problems::hartmann6),
        new TestFunction("valley", valleySpace(), TestFunction::valley),
        new TestFunction("mixed", mixed, point -> mixed(mixed.at(point))));
  }

  private static SearchSpace cube(int dimensions) {
    return new SearchSpace(
        Stream.of(
                Hyperparameter.DROPOUT,
                Hyperparameter.LAMBDA,
                Hyperparameter.L1,
                Hyperparameter.BETA1,
                Hyperparameter.BETA2,
                Hyperparameter.MOMENTUM)
            .limit(dimensions)
            .map(each -> new Parameter(each, new Uniform(0.0, 0.9)))
            .toList());
  }

  private static SearchSpace valleySpace() {
    return new SearchSpace(
        List.of(
            new Parameter(Hyperparameter.LEARNING_RATE, new LogUniform(1e-6, 1.0)),
            new Parameter(Hyperparameter.LAMBDA, new LogUniform(1e-8, 1e-1)),
            new Parameter(Hyperparameter.DROPOUT, new Uniform(0.0, 0.6))));
  }

  /** As of a learning rate and a penalty that trade off against each other in their exponents. */
  private static double valley(double[] point) {
    double p = 6.0 * point[0] - 6.0;
    double q = 7.0 * point[1] - 8.0;
    double dropout = 0.6 * point[2];
    return 1.5 * Math.pow(p + 2.7 + 0.25 * (q + 4.0), 2)
        + 0.1 * Math.pow(q + 4.6, 2)
        + 2.0 * Math.pow(dropout - 0.15, 2);
  }

  private static SearchSpace mixedSpace() {
    return new SearchSpace(
        List.of(
            new Parameter(Hyperparameter.LEARNING_RATE, new LogUniform(1e-5, 1.0)),
            new Parameter(Hyperparameter.DROPOUT, new Uniform(0.0, 0.8)),
            new Parameter(Hyperparameter.BATCH_SIZE, Spaces.wholes(16, 32, 64, 128)),
            new Parameter(
                Hyperparameter.UPDATER, Spaces.texts("sgd", "nesterovs", "adam", "rmsprop")),
            new Parameter(Hyperparameter.HIDDEN_UNITS, new IntLogUniform(8, 512))));
  }

  /** Each updater wants a learning rate of its own. */
  private static double mixed(Hyperparameters values) {
    String updater = values.text(Hyperparameter.UPDATER);
    double exponent = Math.log10(values.real(Hyperparameter.LEARNING_RATE));
    return 0.6 * Math.pow(exponent - bestExponent(updater), 2)
        + 3.0 * Math.pow(values.real(Hyperparameter.DROPOUT) - 0.25, 2)
        + 0.15 * Math.abs(log2(values.whole(Hyperparameter.BATCH_SIZE)) - 5.0)
        + penalty(updater)
        + ofWidth(values.widths(Hyperparameter.HIDDEN_UNITS).get(0))
        - IntStream.rangeClosed(8, 512).mapToDouble(TestFunction::ofWidth).min().orElseThrow();
  }

  private static double bestExponent(String updater) {
    return switch (updater) {
      case "sgd" -> -0.8;
      case "nesterovs" -> -1.4;
      case "adam" -> -2.8;
      default -> -3.0;
    };
  }

  private static double penalty(String updater) {
    return switch (updater) {
      case "sgd" -> 0.35;
      case "nesterovs" -> 0.12;
      case "adam" -> 0.0;
      default -> 0.1;
    };
  }

  private static double ofWidth(int width) {
    return 0.08 * Math.pow(log2(width) - 6.5, 2);
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2.0);
  }

  @Override
  public String toString() {
    return name;
  }
}
