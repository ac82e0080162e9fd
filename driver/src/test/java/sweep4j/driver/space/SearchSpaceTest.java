package sweep4j.driver.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import sweep4j.trial.Hyperparameter;
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

  private static void assertRefused(
      Hyperparameter hyperparameter, Domain domain, String... messageParts) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Parameter(hyperparameter, domain))
        .withMessageContainingAll(messageParts);
  }
}
