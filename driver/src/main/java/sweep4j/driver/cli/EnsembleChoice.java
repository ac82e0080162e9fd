package sweep4j.driver.cli;

import java.util.List;
import sweep4j.driver.ensemble.Weights;
import sweep4j.trial.Score;
import sweep4j.trial.TrialRecord;

/** What came of choosing ensembles on the validation split. */
sealed interface EnsembleChoice {

  /** There is no ensemble. */
  record None(String why) implements EnsembleChoice {}

  /**
   * Ensembles of {@code trials}.
   *
   * @param trials in the order of their ranks, at least 2
   * @param averages of their networks
   */
  record Chosen(List<TrialRecord> trials, List<Average> averages) implements EnsembleChoice {
    public Chosen {
      trials = List.copyOf(trials);
      averages = List.copyOf(averages);
    }
  }

  /**
   * An average of the trials' networks.
   *
   * @param weights one per trial
   * @param validation its scores on the rows that it was chosen by
   */
  record Average(String name, Weights weights, Score validation) {}
}
