package sweep4j.worker.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sweep4j.trial.Score;
import sweep4j.trial.Task;

class DivergenceTest {

  @Test
  void aClassifierDivergesWhereSinglePrecisionEnds() {
    var bounds = new Divergence(Task.CLASSIFICATION, Double.NaN);
    assertThat(bounds.reason(new Score(103.2, 0.1))).isNull();
    assertThat(bounds.reason(new Score(103.3, 0.9))).contains("103.3");
    assertThat(bounds.reason(new Score(Double.NaN, 0.1))).isEqualTo("the loss is NaN");
    assertThat(bounds.reason(new Score(Double.POSITIVE_INFINITY, 0.1)))
        .isEqualTo("the loss is Infinity");
  }

  @Test
  void aRegressionDivergesWhereTheLabelIsLostInRounding() {
    var bounds = new Divergence(Task.REGRESSION, 2.0);
    assertThat(bounds.reason(new Score(1.0, 2.0 * (1 << 24)))).isNull();
    assertThat(bounds.reason(new Score(1.0, 2.01 * (1 << 24)))).isNotNull();
  }
}
