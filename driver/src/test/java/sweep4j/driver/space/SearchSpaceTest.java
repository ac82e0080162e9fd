package sweep4j.driver.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;

class SearchSpaceTest {

  @Test
  void fixedParametersTakeNoDimension() {
    var space =
        new SearchSpace(
            List.of(
                new Parameter(Hyperparameter.DROPOUT, new Uniform(0.0, 0.5)),
                new Parameter(Hyperparameter.UPDATER, new Fixed(new Text("sgd"))),
                new Parameter(Hyperparameter.BATCH_SIZE, new IntUniform(1, 8))));

    var values = space.at(new double[] {0.5, 1.0});

    assertThat(space.dimensions()).isEqualTo(2);
    assertThat(space.varying())
        .extracting(Parameter::name)
        .containsExactly("dropout", "batch_size");
    assertThat(values.real(Hyperparameter.DROPOUT)).isEqualTo(0.25);
    assertThat(values.text(Hyperparameter.UPDATER)).isEqualTo("sgd");
    assertThat(values.whole(Hyperparameter.BATCH_SIZE)).isEqualTo(8);
    assertThat(values.set()).hasSize(3);
  }

  @Test
  void aWholeNumberBecomesWhatItsParameterIsMadeOf() {
    var space =
        new SearchSpace(
            List.of(
                new Parameter(Hyperparameter.HIDDEN_UNITS, new IntLogUniform(8, 256)),
                new Parameter(Hyperparameter.LAMBDA, new Fixed(new Whole(0)))));

    var values = space.at(new double[] {1.0});

    assertThat(values.widths(Hyperparameter.HIDDEN_UNITS)).containsExactly(256);
    assertThat(values.real(Hyperparameter.LAMBDA)).isEqualTo(0.0);
  }

  /** Otherwise the sweep would break at the first trial that happens to draw the illegal value. */
  @Test
  void illegalValuesAreRefusedBeforeAnyIsDrawn() {
    assertRefused(Hyperparameter.DROPOUT, new Uniform(0.0, 1.0), "dropout", "below 1.0", "1.0");
    assertRefused(Hyperparameter.LEARNING_RATE, new Uniform(0.0, 0.1), "learning_rate", "above");
    assertRefused(Hyperparameter.BATCH_SIZE, new IntUniform(0, 9), "batch_size", "become 0");
    assertRefused(Hyperparameter.BATCH_SIZE, new Uniform(1, 9), "batch_size", "whole number");
    assertRefused(Hyperparameter.HIDDEN_UNITS, new IntUniform(0, 9), "hidden_units", "become 0");
    assertRefused(
        Hyperparameter.ACTIVATION,
        new Choices(List.of(new Text("relu"), new Text("step"), new Text("tanh"))),
        "activation must be one of relu",
        "could become step");
    assertRefused(Hyperparameter.UPDATER, new Fixed(new Text("adm")), "updater", "adm");
    assertRefused(
        Hyperparameter.DROPOUT, new Stepped(new Uniform(0, 1), 3), "dropout", "become 1.0");
  }

  @Test
  void noParameterTwice() {
    var parameter = new Parameter(Hyperparameter.DROPOUT, new Fixed(new Real(0.0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SearchSpace(List.of(parameter, parameter)))
        .withMessageContainingAll("dropout", "twice");
  }

  @Test
  void aPointMustHaveOneCoordinateForEachDimension() {
    var space =
        new SearchSpace(List.of(new Parameter(Hyperparameter.DROPOUT, new Uniform(0, 0.5))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.at(new double[2]))
        .withMessageContainingAll("1", "2");
  }

  /** A chain: dropout exists with nesterovs alone, the batch size at one dropout alone. */
  private static final SearchSpace CHAIN =
      new SearchSpace(
          List.of(
              new Parameter(
                  Hyperparameter.BATCH_SIZE,
                  new IntUniform(1, 8),
                  List.of(new Condition(Hyperparameter.DROPOUT, List.of(new Real(0.5))))),
              new Parameter(
                  Hyperparameter.DROPOUT,
                  new Quantized(0.0, 0.5, 0.5),
                  List.of(new Condition(Hyperparameter.UPDATER, List.of(new Text("nesterovs"))))),
              new Parameter(
                  Hyperparameter.UPDATER,
                  new Choices(List.of(new Text("sgd"), new Text("nesterovs"))))));

  /** A sampler that took the default of what does not exist for a choice would learn nonsense. */
  @Test
  void whatDoesNotExistIsNotSet() {
    assertThat(CHAIN.byDependency())
        .extracting(Parameter::name)
        .containsExactly("updater", "dropout", "batch_size");
    assertThat(CHAIN.at(new double[] {0.1, 0.9, 0.1}).set().keySet())
        .containsExactly(Hyperparameter.UPDATER);
    assertThat(CHAIN.at(new double[] {0.1, 0.1, 0.9}).set().keySet())
        .containsExactly(Hyperparameter.DROPOUT, Hyperparameter.UPDATER);
    assertThat(CHAIN.at(new double[] {0.1, 0.9, 0.9}).set()).hasSize(3);
    assertThat(CHAIN.pointOf(CHAIN.at(new double[] {0.1, 0.9, 0.1})))
        .containsExactly(Double.NaN, Double.NaN, 0.25);
  }

  @Test
  void aConfigurationOfASpaceIsWhatATrialWasTrainedWith() {
    var trained =
        CHAIN
            .at(new double[] {0.1, 0.1, 0.9})
            .with(Hyperparameter.LEARNING_RATE, new Real(0.5))
            .with(Hyperparameter.BATCH_SIZE, new Whole(1000));

    // No batch size exists here at this dropout, so that of the trial is none of the space's.
    assertThat(CHAIN.configurationOf(trained)).contains(CHAIN.at(new double[] {0.1, 0.1, 0.9}));
    assertThat(CHAIN.configurationOf(trained.with(Hyperparameter.DROPOUT, new Real(0.5))))
        .isEmpty();
    assertThat(CHAIN.configurationOf(trained.with(Hyperparameter.UPDATER, new Text("adam"))))
        .isEmpty();
  }

  @Test
  void aPartOfASpaceHasFixedWhatWasSaid() {
    var part = CHAIN.with(CHAIN.at(new double[] {0.1, 0.1, 0.1}));
    assertThat(part.dimensions()).isEqualTo(2);
    assertThat(part.at(new double[] {0.9, 0.9})).isEqualTo(CHAIN.at(new double[] {0.1, 0.1, 0.1}));
  }

  @Test
  void conditionsThatCannotBeMetAreRefused() {
    var size = Hyperparameter.BATCH_SIZE;
    var onSize = new Condition(size, List.of(new Whole(2)));
    var onRate = new Condition(Hyperparameter.DROPOUT, List.of(new Real(0.25)));
    var three = new IntUniform(1, 3);
    var half = new Uniform(0.0, 0.5);

    assertSpaceRefused("not lead back", parameter(Hyperparameter.DROPOUT, half, onSize));
    assertSpaceRefused(
        "not lead back",
        parameter(Hyperparameter.DROPOUT, half, onSize),
        parameter(size, three, onRate));
    assertSpaceRefused(
        "batch_size can exist only where dropout is 0.25, which is not a level",
        parameter(Hyperparameter.DROPOUT, half),
        parameter(size, three, onRate));
    assertSpaceRefused(
        "dropout can exist only where batch_size is 2, which is not a level",
        parameter(Hyperparameter.DROPOUT, half, onSize),
        parameter(size, new IntUniform(4, 9)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parameter(size, three, onSize))
        .withMessageContaining("batch_size must be on other parameters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Condition(size, List.of()))
        .withMessageContaining("needs a value");
  }

  private static Parameter parameter(
      Hyperparameter hyperparameter, Domain domain, Condition... conditions) {
    return new Parameter(hyperparameter, domain, List.of(conditions));
  }

  private static void assertSpaceRefused(String message, Parameter... parameters) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SearchSpace(List.of(parameters)))
        .withMessageContaining(message);
  }

  private static void assertRefused(
      Hyperparameter hyperparameter, Domain domain, String... messageParts) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Parameter(hyperparameter, domain))
        .withMessageContainingAll(messageParts);
  }

  /**
   * What a sweep fixes holds for its defaults too, but not what it fixes for another case; a trial
   * of the defaults that searched would be no trial of them.
   */
  @Test
  void theDefaultsSetOnlyWhatIsFixed() {
    var updater =
        new Parameter(
            Hyperparameter.UPDATER, new Choices(List.of(new Text("sgd"), new Text("adam"))));
    var space =
        new SearchSpace(
            List.of(
                new Parameter(Hyperparameter.LEARNING_RATE, new LogUniform(1e-4, 1.0)),
                updater,
                new Parameter(Hyperparameter.DROPOUT, new Fixed(new Real(0.25))),
                new Parameter(
                    Hyperparameter.L1,
                    new Fixed(new Real(0.5)),
                    List.of(new Condition(Hyperparameter.UPDATER, List.of(new Text("sgd")))))));

    assertThat(space.defaults(Hyperparameters.defaults()).set())
        .containsOnly(entry(Hyperparameter.DROPOUT, new Real(0.25)));
  }
}
