package sweep4j.driver.confirm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sweep4j.driver.Trials;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.Repeat;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialRequest;

class CandidatesTest {

  private static final Hyperparameters FIXED = rate(0.5);

  private static Hyperparameters rate(double rate) {
    return new Hyperparameters(Map.of(Hyperparameter.LEARNING_RATE, new Real(rate)));
  }

  private static TrialRecord trial(int number, Hyperparameters hyperparameters) {
    return new TrialRecord(
        new TrialRequest(number, 1, 1, hyperparameters), Trials.completed(number, 1.0).result());
  }

  @Test
  void theDefaultsComeLast() {
    var candidates =
        Candidates.of(
            List.of(trial(7, rate(0.1)), trial(2, rate(0.2))), FIXED, Hyperparameters.defaults());

    assertThat(candidates.all())
        .extracting(Candidate::trial)
        .containsExactly(7, 2, Repeat.DEFAULTS);
    assertThat(candidates.defaults()).isEqualTo(candidates.all().get(2));
  }

  /** Trained twice, one configuration would be told from itself in one sweep out of twenty. */
  @Test
  void aTrialThatHasTheDefaultsStandsForThem() {
    ParameterValue usual = Hyperparameters.defaults().value(Hyperparameter.BATCH_SIZE);
    var same =
        new Hyperparameters(
            Map.of(Hyperparameter.LEARNING_RATE, new Real(0.5), Hyperparameter.BATCH_SIZE, usual));

    var candidates =
        Candidates.of(
            List.of(trial(7, rate(0.1)), trial(2, same)), FIXED, Hyperparameters.defaults());

    assertThat(candidates.all()).extracting(Candidate::trial).containsExactly(7, 2);
    assertThat(candidates.defaults()).isEqualTo(candidates.all().get(1));
  }
}
