package sweep4j.driver.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sweep4j.trial.Measurement;
import sweep4j.trial.Score;
import sweep4j.trial.Task;

class DiagnosisTest {

  /** In a sweep whose lowest validation loss is 0.3. */
  @ParameterizedTest
  @CsvSource({
    // training loss, training accuracy, validation accuracy
    "0.30, 0.90, 0.90, NEITHER",
    "0.31, 0.90, 0.90, UNDERFITTING",
    "0.31, 0.99, 0.50, UNDERFITTING",
    "0.10, 0.96, 0.945, NEITHER",
    "0.10, 0.97, 0.945, OVERFITTING",
    "0.10, 0.90, 0.99, NEITHER",
  })
  void ofAClassification(double loss, double training, double validation, Diagnosis diagnosis) {
    assertThat(Diagnosis.of(measured(loss, training, validation), Task.CLASSIFICATION, 0.3))
        .isEqualTo(diagnosis);
  }

  @ParameterizedTest
  @CsvSource({
    "0.10, 4.0, 4.9, NEITHER",
    "0.10, 4.0, 5.1, OVERFITTING",
    "0.5, 4.0, 4, UNDERFITTING"
  })
  void ofARegression(double loss, double training, double validation, Diagnosis diagnosis) {
    assertThat(Diagnosis.of(measured(loss, training, validation), Task.REGRESSION, 0.3))
        .isEqualTo(diagnosis);
  }

  @Test
  void withoutAScoreOnTrainingRowsThereIsNone() {
    var pruned = new Measurement(0.4, new Score(0.4, 0.9), null, 1);
    assertThat(Diagnosis.of(pruned, Task.CLASSIFICATION, 0.3)).isNull();
    assertThat(Diagnosis.of(null, Task.CLASSIFICATION, 0.3)).isNull();
  }

  private static Measurement measured(double loss, double training, double validation) {
    return new Measurement(0.4, new Score(0.4, validation), new Score(loss, training), 1);
  }
}
