package sweep4j.driver.search;

import static sweep4j.trial.Hyperparameter.ACTIVATION;
import static sweep4j.trial.Hyperparameter.BATCH_SIZE;
import static sweep4j.trial.Hyperparameter.DROPOUT;
import static sweep4j.trial.Hyperparameter.HIDDEN_UNITS;
import static sweep4j.trial.Hyperparameter.INPUT_DROPOUT;
import static sweep4j.trial.Hyperparameter.L1;
import static sweep4j.trial.Hyperparameter.LAMBDA;
import static sweep4j.trial.Hyperparameter.LEARNING_RATE;
import static sweep4j.trial.Hyperparameter.MOMENTUM;
import static sweep4j.trial.Hyperparameter.UPDATER;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import sweep4j.driver.space.IntLogUniform;
import sweep4j.driver.space.LogUniform;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;
import sweep4j.driver.space.Uniform;
import sweep4j.trial.Hyperparameters;

/** Functions that searches are measured on: classics, and landscapes as trainings have them. */
final class Problems {

  private Problems() {}

  static Stream<Problem> all() {
    return Stream.of(
        new Problem("Branin", continua(2), seed -> Problems::branin, 300),
        new Problem("Hartmann 6", continua(6), seed -> Problems::hartmann6, 3.3),
        new Problem("valley", valley(), seed -> Problems::valley, 20),
        new Problem("mixed kinds", mixedKinds(), seed -> Problems::mixedKinds, 6),
        new Problem("planted, squared", Spaces.fourDimensions(), Problems::plantedSquared, 1),
        new Problem("planted", Spaces.fourDimensions(), Problems::planted, 1),
        new Problem("Rosenbrock", continua(2), seed -> Problems::rosenbrock, 2500),
        new Problem("slanted valley", continua(3), Problems::slantedValley, 25),
        new Problem("hole in a plateau", continua(3), Problems::plateau, 1),
        new Problem("planted name", Spaces.mixed(), Problems::plantedName, 2));
  }

  private static SearchSpace continua(int dimensions) {
    return new SearchSpace(
        Stream.of(LEARNING_RATE, LAMBDA, DROPOUT, L1, INPUT_DROPOUT, MOMENTUM)
            .limit(dimensions)
            .map(each -> new Parameter(each, new Uniform(0.1, 0.9)))
            .toList());
  }

  /** Branin's function on [-5, 10] x [0, 15]. */
  static double branin(double[] point) {
    double x = 15.0 * point[0] - 5.0;
    double y = 15.0 * point[1];
    double bowl = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
    return bowl * bowl + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10 - 0.397887357729739;
  }

  private static final List<Double> HEIGHTS = List.of(1.0, 1.2, 3.0, 3.2);
  private static final double[][] CURVATURES = {
    {10, 3, 17, 3.5, 1.7, 8},
    {0.05, 10, 17, 0.1, 8, 14},
    {3, 3.5, 1.7, 10, 17, 8},
    {17, 8, 0.05, 10, 0.1, 14}
  };
  private static final double[][] CENTRES = {
    {0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886},
    {0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991},
    {0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650},
    {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381}
  };

  /** Hartmann's six-dimensional function: two of its four hills are nearly equal. */
  static double hartmann6(double[] point) {
    double value = 3.32236801141551;
    for (int hill = 0; hill < CENTRES.length; hill++) {
      double exponent = 0.0;
      for (int d = 0; d < 6; d++) {
        exponent += CURVATURES[hill][d] * square(point[d] - CENTRES[hill][d]);
      }
      value -= HEIGHTS.get(hill) * Math.exp(-exponent);
    }
    return value;
  }

  private static SearchSpace valley() {
    return new SearchSpace(
        List.of(
            new Parameter(LEARNING_RATE, new LogUniform(1e-6, 1.0)),
            new Parameter(LAMBDA, new LogUniform(1e-8, 1e-1)),
            new Parameter(DROPOUT, new Uniform(0.0, 0.6))));
  }

  /** A learning rate and a penalty that trade off against each other. */
  private static double valley(double[] point) {
    Hyperparameters values = valley().at(point);
    double rate = Math.log10(values.real(LEARNING_RATE));
    double penalty = Math.log10(values.real(LAMBDA));
    return 1.5 * square(rate + 2.7 + 0.25 * (penalty + 4))
        + 0.1 * square(penalty + 4.6)
        + 2 * square(values.real(DROPOUT) - 0.15);
  }

  private static SearchSpace mixedKinds() {
    return new SearchSpace(
        List.of(
            new Parameter(LEARNING_RATE, new LogUniform(1e-5, 1.0)),
            new Parameter(DROPOUT, new Uniform(0.0, 0.8)),
            new Parameter(BATCH_SIZE, Spaces.wholes(16, 32, 64, 128)),
            new Parameter(UPDATER, Spaces.texts("sgd", "nesterovs", "adam", "rmsprop")),
            new Parameter(HIDDEN_UNITS, new IntLogUniform(8, 512))));
  }

  /** Each updater has a learning rate of its own that suits it, and a price of its own. */
  private static double mixedKinds(double[] point) {
    Hyperparameters values = mixedKinds().at(point);
    double rate = Math.log10(values.real(LEARNING_RATE));
    double ofUpdater =
        switch (values.text(UPDATER)) {
          case "sgd" -> 0.6 * square(rate + 0.8) + 0.35;
          case "nesterovs" -> 0.6 * square(rate + 1.4) + 0.12;
          case "adam" -> 0.6 * square(rate + 2.8);
          default -> 0.6 * square(rate + 3.0) + 0.1;
        };
    double ofUnits = square(log2(values.widths(HIDDEN_UNITS).get(0)) - 6.5);
    double least = square(log2(91) - 6.5);
    return ofUpdater
        + 3 * square(values.real(DROPOUT) - 0.25)
        + 0.15 * Math.abs(log2(values.whole(BATCH_SIZE)) - 5)
        + 0.08 * (ofUnits - least);
  }

  private static ToDoubleFunction<double[]> plantedSquared(long seed) {
    ToDoubleFunction<double[]> distance = planted(seed);
    return point -> square(distance.applyAsDouble(point));
  }

  /** Distance to a random point of the cube, found back from the values and not the coordinates. */
  private static ToDoubleFunction<double[]> planted(long seed) {
    double[] optimum = new SplittableRandom(seed).doubles(4).toArray();
    return point -> {
      Hyperparameters values = Spaces.fourDimensions().at(point);
      return Math.sqrt(
          square(logUnit(values.real(LEARNING_RATE), 1e-5, 1e-1) - optimum[0])
              + square(logUnit(values.real(LAMBDA), 1e-7, 1e-2) - optimum[1])
              + square(values.real(DROPOUT) / 0.6 - optimum[2])
              + square(logUnit(values.widths(HIDDEN_UNITS).get(0), 8, 1024) - optimum[3]));
    };
  }

  private static double logUnit(double value, double min, double max) {
    return Math.log(value / min) / Math.log(max / min);
  }

  /** Rosenbrock's function on [-2, 2]^2. */
  private static double rosenbrock(double[] point) {
    double x = 4 * point[0] - 2;
    double y = 4 * point[1] - 2;
    return 100 * square(y - x * x) + square(1 - x);
  }

  private static ToDoubleFunction<double[]> slantedValley(long seed) {
    var random = new SplittableRandom(seed);
    double first = random.nextDouble(0.2, 0.8);
    double second = random.nextDouble(0.2, 0.8);
    double third = random.nextDouble();
    return point ->
        25 * square(point[0] + point[1] - first - second)
            + square(point[0] - first)
            + square(point[2] - third);
  }

  /** 1 everywhere but within 0.3 of the optimum: 9 in 10 trials learn nothing. */
  private static ToDoubleFunction<double[]> plateau(long seed) {
    double[] optimum = new SplittableRandom(seed).doubles(3, 0.1, 0.9).toArray();
    return point -> {
      double sum = 0.0;
      for (int d = 0; d < point.length; d++) {
        sum += square((point[d] - optimum[d]) / 0.3);
      }
      return Math.min(1.0, sum);
    };
  }

  /** A bowl in the continua, steps in the levels, a price for each wrong name. */
  private static ToDoubleFunction<double[]> plantedName(long seed) {
    var random = new SplittableRandom(seed);
    double[] optimum = random.doubles(4).toArray();
    int batch = (int) (4 * optimum[2]);
    int name = random.nextInt(3);
    double[] prices = random.doubles(3, 0.05, 0.35).toArray();
    prices[name] = 0.0;
    List<String> names = List.of("relu", "tanh", "elu");
    return point -> {
      int drawn = names.indexOf(Spaces.mixed().at(point).text(ACTIVATION));
      return square(point[0] - optimum[0])
          + square(point[1] - optimum[1])
          + 0.08 * Math.abs(Math.min(3, (int) (4 * point[2])) - batch)
          + 0.2 * square(point[3] - optimum[3])
          + prices[drawn];
    };
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }

  private static double square(double value) {
    return value * value;
  }
}
