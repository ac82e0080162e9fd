package sweep4j.driver.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sweep4j.trial.Missing;
import sweep4j.trial.TableInputs;

class PredictionsTest {

  /**
   * Prevents names that a program does not find: the class is behind a word, so no spreadsheet
   * takes the name for a formula.
   */
  @Test
  void aClassHasTheColumnThatItsNameSays() {
    var inputs =
        new TableInputs(
            "y",
            List.of("-1", "=1+1", "two\nlines"),
            List.of(new TableInputs.Column("x", List.of(), null)),
            Missing.ERROR);

    assertThat(Predictions.columns(inputs, List.of("=id", "-1")))
        .containsExactly(
            "row",
            "'=id",
            "-1",
            "prediction",
            "probability_-1",
            "probability_=1+1",
            "probability_two lines");
  }
}
