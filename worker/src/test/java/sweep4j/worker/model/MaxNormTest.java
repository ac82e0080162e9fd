package sweep4j.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import sweep4j.trial.Hyperparameter;

class MaxNormTest {

  /** A bound on rows instead of columns would hold back inputs, not units. */
  @Test
  void noUnitsIncomingWeightsAreLongerThanTheBound() {
    var free = Nets.network(Nets.plain());
    // Between the shortest and the longest incoming weights after the step.
    double bound = 0.9;
    var bounded = Nets.network(Nets.with(Nets.plain(), Hyperparameter.MAX_NORM, bound));
    free.fit(Nets.batch(4));
    bounded.fit(Nets.batch(4));

    int cut = 0;
    int left = 0;
    for (String name : List.of("0_W", "1_W", "2_W")) {
      INDArray before = free.getParam(name);
      INDArray after = bounded.getParam(name);
      for (int unit = 0; unit < before.columns(); unit++) {
        INDArray whole = before.getColumn(unit);
        double norm = whole.norm2Number().doubleValue();
        if (norm > bound) {
          cut++;
          // A few roundings of weights below 1.
          assertThat(after.getColumn(unit).equalsWithEps(whole.mul(bound / norm), 1e-6)).isTrue();
        } else {
          left++;
          assertThat(after.getColumn(unit)).as("within the bound").isEqualTo(whole);
        }
      }
    }
    assertThat(cut).isPositive();
    assertThat(left).isPositive();
  }

  @Test
  void biasesAreLeftAlone() {
    var bounded = Nets.network(Nets.with(Nets.plain(), Hyperparameter.MAX_NORM, 1e-3));
    var free = Nets.network(Nets.plain());
    bounded.fit(Nets.batch(4));
    free.fit(Nets.batch(4));
    assertThat(bounded.getParam("2_b")).isEqualTo(free.getParam("2_b"));
    assertThat(bounded.getParam("2_W").norm2(0).maxNumber().doubleValue())
        .isCloseTo(1e-3, within(1e-9));
  }
}
