package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.driver.search.SearchMethod.CoarseToFine;
import sweep4j.driver.search.SearchMethod.Random;
import sweep4j.driver.space.Domain;
import sweep4j.driver.space.IntLogUniform;
import sweep4j.driver.space.IntUniform;
import sweep4j.driver.space.LogUniform;
import sweep4j.driver.space.SearchSpace;
import sweep4j.driver.space.Stepped;
import sweep4j.driver.space.Uniform;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;

/** Prevents that a search ends at a wall and nobody hears of it, and that it cries wolf. */
class EdgeNoticeTest {
  private static final Domain RATES = new LogUniform(1e-5, 0.1);

  private static List<String> notices(
      SearchMethod method, Hyperparameter hyperparameter, Domain domain, ParameterValue best) {
    SearchSpace space = Spaces.only(hyperparameter, domain);
    return EdgeNotice.of(space, method, new Hyperparameters(Map.of(hyperparameter, best)));
  }

  private static List<String> notices(
      Hyperparameter hyperparameter, Domain domain, ParameterValue best) {
    return notices(new Random(), hyperparameter, domain, best);
  }

  @Test
  void aValueAtAnEdgeIsToldWithTheRemedy() {
    var rate = new Real(0.098712345);
    String notice =
        "the best learning_rate, 0.0987, lies at the upper edge of its range 1.0E-5..0.1:"
            + " the optimum may lie beyond; widen it";
    assertThat(notices(Hyperparameter.LEARNING_RATE, RATES, rate)).containsExactly(notice);
    assertThat(notices(new CoarseToFine(3), Hyperparameter.LEARNING_RATE, RATES, rate))
        .containsExactly(notice + ", or set search.expand: true");
    assertThat(notices(Hyperparameter.LEARNING_RATE, RATES, new Real(1.1e-5)))
        .containsExactly(
            "the best learning_rate, 1.1E-5, lies at the lower edge of its range 1.0E-5..0.1:"
                + " the optimum may lie beyond; widen it");
  }

  @Test
  void aListIsMadeLongerAndNeverExpanded() {
    Domain sizes = Spaces.wholes(16, 32, 64, 128);
    assertThat(notices(new CoarseToFine(3), Hyperparameter.BATCH_SIZE, sizes, new Whole(128)))
        .containsExactly(
            "the best batch_size, 128, lies at the upper edge of its values 16, 32, 64, 128:"
                + " the optimum may lie beyond; add higher values");
    assertThat(notices(Hyperparameter.BATCH_SIZE, sizes, new Whole(64))).isEmpty();
    Domain steps = new Stepped(RATES, 5);
    assertThat(notices(new CoarseToFine(3), Hyperparameter.LEARNING_RATE, steps, new Real(0.1)))
        .singleElement()
        .asString()
        .endsWith("; widen it");
  }

  /** Two learning rates in ten thousand lie at each end of a long range of whole numbers. */
  @Test
  void wholeNumbersNearTheEndAreAtTheEdge() {
    Domain widths = new IntLogUniform(8, 512);
    assertThat(notices(Hyperparameter.HIDDEN_UNITS, widths, new Widths(List.of(490))))
        .singleElement()
        .asString()
        .startsWith("the best hidden_units, 490, lies at the upper edge of its range 8..512");
    assertThat(notices(Hyperparameter.HIDDEN_UNITS, widths, new Widths(List.of(400)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.3e-5, 0.001, 0.08})
  void aValueInsideIsNotToldOf(double rate) {
    assertThat(notices(Hyperparameter.LEARNING_RATE, RATES, new Real(rate))).isEmpty();
  }

  @Test
  void whatTheCatalogueEndsIsNoEdge() {
    assertThat(notices(Hyperparameter.DROPOUT, new Uniform(0, 0.5), new Real(0.0))).isEmpty();
    assertThat(notices(Hyperparameter.BATCH_SIZE, new IntUniform(1, 9), new Whole(1))).isEmpty();
    assertThat(notices(Hyperparameter.BATCH_SIZE, new IntUniform(1, 9), new Whole(9))).hasSize(1);
  }

  @Test
  void withoutOrderOrWithFewLevelsThereIsNoEdge() {
    Domain names = Spaces.texts("relu", "tanh", "elu", "selu");
    assertThat(notices(Hyperparameter.ACTIVATION, names, new Text("selu"))).isEmpty();
    Domain three = Spaces.wholes(16, 32, 64);
    assertThat(notices(Hyperparameter.BATCH_SIZE, three, new Whole(64))).isEmpty();
  }

  @Test
  void aParameterThatTheBestTrialHasNotIsPassedOver() {
    SearchSpace space = Spaces.only(Hyperparameter.LEARNING_RATE, RATES);
    assertThat(EdgeNotice.of(space, new Random(), Hyperparameters.defaults())).isEmpty();
  }

  /** The edge of an expanding search is the one of what it could reach. */
  @Test
  void anExpandingSearchIsAtAnEdgeOnlyWhereItCouldGoNoFurther() {
    var expanding = new CoarseToFine(3, 0.1, 0.5, true);
    assertThat(notices(expanding, Hyperparameter.LEARNING_RATE, RATES, new Real(0.1))).isEmpty();
    assertThat(notices(expanding, Hyperparameter.LEARNING_RATE, RATES, new Real(7.0))).isEmpty();
    assertThat(notices(expanding, Hyperparameter.LEARNING_RATE, RATES, new Real(990.0)))
        .singleElement()
        .asString()
        .startsWith("the best learning_rate, 990.0, lies at the upper edge of its range")
        .endsWith("; widen it");
  }
}
