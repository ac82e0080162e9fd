package sweep4j.driver.search;

import java.util.List;
import java.util.stream.Stream;
import sweep4j.driver.space.Choices;
import sweep4j.driver.space.Condition;
import sweep4j.driver.space.Domain;
import sweep4j.driver.space.Fixed;
import sweep4j.driver.space.IntLogUniform;
import sweep4j.driver.space.IntUniform;
import sweep4j.driver.space.LogUniform;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.Quantized;
import sweep4j.driver.space.SearchSpace;
import sweep4j.driver.space.Stepped;
import sweep4j.driver.space.Uniform;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;

/** Search spaces to test with. */
final class Spaces {

  private Spaces() {}

  /** Two continua, ordered levels with equal and with unequal shares, names, and a fixed one. */
  static SearchSpace mixed() {
    return new SearchSpace(
        List.of(
            new Parameter(Hyperparameter.LEARNING_RATE, new LogUniform(1e-5, 1e-1)),
            new Parameter(Hyperparameter.DROPOUT, new Uniform(0.0, 0.6)),
            new Parameter(Hyperparameter.LAMBDA, new Fixed(new Whole(0))),
            new Parameter(Hyperparameter.BATCH_SIZE, wholes(16, 32, 64, 128)),
            new Parameter(Hyperparameter.HIDDEN_UNITS, new IntLogUniform(8, 64)),
            new Parameter(Hyperparameter.ACTIVATION, texts("relu", "tanh", "elu"))));
  }

  /** 5 x 3 x 4 x 2 = 120 combinations. */
  static SearchSpace finite() {
    return new SearchSpace(
        List.of(
            new Parameter(Hyperparameter.LEARNING_RATE, new Stepped(new LogUniform(1e-5, 1e-1), 5)),
            new Parameter(Hyperparameter.ACTIVATION, texts("relu", "tanh", "elu")),
            new Parameter(Hyperparameter.BATCH_SIZE, new IntUniform(1, 4)),
            new Parameter(Hyperparameter.HIDDEN_UNITS, wholes(8, 64))));
  }

  /** Three updaters of unequal shares; what exists beside them is different with each. */
  static SearchSpace conditional() {
    return new SearchSpace(
        List.of(
            new Parameter(
                Hyperparameter.DROPOUT,
                new Quantized(0.0, 0.5, 0.1),
                List.of(when(Hyperparameter.UPDATER, "sgd", "adam"))),
            new Parameter(
                Hyperparameter.LAMBDA,
                new LogUniform(1e-7, 1e-2),
                List.of(
                    when(Hyperparameter.ACTIVATION, "tanh"), when(Hyperparameter.UPDATER, "sgd"))),
            new Parameter(Hyperparameter.LEARNING_RATE, new LogUniform(1e-5, 1e-1)),
            new Parameter(Hyperparameter.UPDATER, weighted()),
            new Parameter(
                Hyperparameter.ACTIVATION,
                texts("relu", "tanh", "elu"),
                List.of(when(Hyperparameter.UPDATER, "sgd", "nesterovs"))),
            new Parameter(Hyperparameter.BATCH_SIZE, new IntUniform(16, 64, 16))));
  }

  /** As above with levels only: 4 * (6 * (2 + 5) + 3 + 6) = 204 combinations. */
  static SearchSpace conditionalFinite() {
    return new SearchSpace(
        conditional().parameters().stream()
            .filter(each -> each.hyperparameter() != Hyperparameter.LEARNING_RATE)
            .map(
                each ->
                    each.hyperparameter() == Hyperparameter.LAMBDA
                        ? new Parameter(
                            Hyperparameter.LAMBDA,
                            new Stepped(new LogUniform(1e-7, 1e-2), 5),
                            each.conditions())
                        : each)
            .toList());
  }

  static Choices weighted() {
    return new Choices(
        List.of(new Text("sgd"), new Text("nesterovs"), new Text("adam")),
        List.of(3.0, 0.5, 1.0),
        false);
  }

  static Condition when(Hyperparameter on, String... values) {
    return new Condition(on, Stream.of(values).<ParameterValue>map(Text::new).toList());
  }

  /** The four parameters of a small sweep, all of them continua or nearly so. */
  static SearchSpace fourDimensions() {
    return new SearchSpace(
        List.of(
            new Parameter(Hyperparameter.LEARNING_RATE, new LogUniform(1e-5, 1e-1)),
            new Parameter(Hyperparameter.LAMBDA, new LogUniform(1e-7, 1e-2)),
            new Parameter(Hyperparameter.DROPOUT, new Uniform(0.0, 0.6)),
            new Parameter(Hyperparameter.HIDDEN_UNITS, new IntLogUniform(8, 1024))));
  }

  /** Five dimensions at most, each fine enough to stand for a continuum. */
  static SearchSpace cube(int dimensions) {
    return new SearchSpace(
        Stream.of(
                new Parameter(Hyperparameter.LEARNING_RATE, new LogUniform(1e-5, 1e-1)),
                new Parameter(Hyperparameter.LAMBDA, new LogUniform(1e-7, 1e-2)),
                new Parameter(Hyperparameter.DROPOUT, new Uniform(0.0, 0.6)),
                new Parameter(Hyperparameter.HIDDEN_UNITS, new IntUniform(1, 1 << 20)),
                new Parameter(Hyperparameter.BATCH_SIZE, new IntUniform(1, 1 << 24)))
            .limit(dimensions)
            .toList());
  }

  static SearchSpace only(Hyperparameter hyperparameter, Domain domain) {
    return new SearchSpace(List.of(new Parameter(hyperparameter, domain)));
  }

  static Choices texts(String... values) {
    return new Choices(Stream.of(values).<ParameterValue>map(Text::new).toList());
  }

  static Choices wholes(Integer... values) {
    return new Choices(Stream.of(values).<ParameterValue>map(Whole::new).toList());
  }
}
