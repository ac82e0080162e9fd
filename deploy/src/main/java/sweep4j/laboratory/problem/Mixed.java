package sweep4j.laboratory.problem;

import static sweep4j.trial.Hyperparameter.BATCH_SIZE;
import static sweep4j.trial.Hyperparameter.DROPOUT;
import static sweep4j.trial.Hyperparameter.HIDDEN_UNITS;
import static sweep4j.trial.Hyperparameter.LEARNING_RATE;
import static sweep4j.trial.Hyperparameter.UPDATER;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sweep4j.driver.space.Choices;
import sweep4j.driver.space.IntLogUniform;
import sweep4j.driver.space.LogUniform;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;
import sweep4j.driver.space.Uniform;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;

/** Parameters of all kinds; the best learning rate depends on the updater, a name. */
final class Mixed {
  private static final int LEAST_UNITS = 8;
  private static final int MOST_UNITS = 512;

  /**
   * What an updater brings.
   *
   * @param bestRate decimal logarithm of the learning rate that suits it best
   * @param penalty what it costs beside the best updater
   */
  private record Updater(double bestRate, double penalty) {}

  private Mixed() {}

  static Problem problem() {
    var space =
        new SearchSpace(
            List.of(
                new Parameter(LEARNING_RATE, new LogUniform(1e-5, 1.0)),
                new Parameter(DROPOUT, new Uniform(0.0, 0.8)),
                new Parameter(BATCH_SIZE, choices(Stream.of(16, 32, 64, 128).map(Whole::new))),
                new Parameter(
                    UPDATER,
                    choices(Stream.of("sgd", "nesterovs", "adam", "rmsprop").map(Text::new))),
                new Parameter(HIDDEN_UNITS, new IntLogUniform(LEAST_UNITS, MOST_UNITS))));
    return new FunctionProblem("mixed", space, optimum(), Mixed::at);
  }

  private static Choices choices(Stream<? extends ParameterValue> values) {
    return new Choices(List.copyOf(values.toList()));
  }

  /** All terms but that of the hidden units, a whole number, can be 0 at once. */
  private static double optimum() {
    return IntStream.rangeClosed(LEAST_UNITS, MOST_UNITS)
        .mapToDouble(Mixed::costOfUnits)
        .min()
        .orElseThrow();
  }

  private static double at(Hyperparameters values) {
    Updater updater = updater(values.text(UPDATER));
    double rate = Math.log10(values.real(LEARNING_RATE)) - updater.bestRate();
    double dropout = values.real(DROPOUT) - 0.25;
    return 0.6 * rate * rate
        + 3.0 * dropout * dropout
        + 0.15 * Math.abs(log2(values.whole(BATCH_SIZE)) - 5.0)
        + updater.penalty()
        + costOfUnits(values.widths(HIDDEN_UNITS).get(0));
  }

  private static double costOfUnits(int units) {
    double distance = log2(units) - 6.5;
    return 0.08 * distance * distance;
  }

  private static Updater updater(String name) {
    return switch (name) {
      case "sgd" -> new Updater(-0.8, 0.35);
      case "nesterovs" -> new Updater(-1.4, 0.12);
      case "adam" -> new Updater(-2.8, 0.0);
      case "rmsprop" -> new Updater(-3.0, 0.1);
      default -> throw new IllegalArgumentException("no updater of this problem is " + name);
    };
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2.0);
  }
}
