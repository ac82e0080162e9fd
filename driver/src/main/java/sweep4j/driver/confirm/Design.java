package sweep4j.driver.confirm;

import java.util.ArrayList;
import java.util.List;
import sweep4j.trial.Fold;
import sweep4j.trial.Repeat;
import sweep4j.trial.Seeds;
import sweep4j.trial.Seeds.Stream;
import sweep4j.trial.TrialRequest;

/**
 * How candidates are trained again. The training rows are dealt into folds, the same for all
 * candidates; repeat {@code n} leaves fold {@code n mod folds} out of what it learns from, is
 * stopped by the validation rows as trials are, and is scored on the fold. So
 *
 * <ul>
 *   <li>no row that a repeat is scored on had a part in choosing the candidates, as they were
 *       chosen by the validation rows, nor in choosing the repeat's own epoch;
 *   <li>no row is scored twice for a candidate, but with the same fold: scores of different folds
 *       are as independent as the rows are, and Student's t holds for them as it is. Splits drawn
 *       anew each time would overlap, and need a correction that is right for one mixture of causes
 *       alone;
 *   <li>candidates are compared in pairs, on the same rows and with the same random streams.
 * </ul>
 *
 * <p>Example: with 5 folds and 2 repeats of each, candidate 12 is trained 10 times; repeats 3 and 8
 * are scored on fold 3.
 *
 * @param folds at least 2
 * @param repeats with each fold, at least 1
 * @param sweepSeed from which folds and streams come
 */
public record Design(int folds, int repeats, long sweepSeed) {
  public Design {
    if (folds < 2) {
      throw new IllegalArgumentException("folds must be at least 2, but got " + folds);
    }
    if (repeats < 1) {
      throw new IllegalArgumentException("repeats must be at least 1, but got " + repeats);
    }
  }

  /** How often each candidate is trained. */
  public int trainings() {
    return folds * repeats;
  }

  /**
   * All repeats, numbered by their places: the first of each candidate, the second of each, and so
   * on.
   */
  public List<TrialRequest> requests(List<Candidate> candidates) {
    var requests = new ArrayList<TrialRequest>();
    for (int number = 0; number < trainings(); number++) {
      var fold = new Fold(number % folds, folds, Seeds.mix(sweepSeed, Stream.FOLDS));
      for (Candidate candidate : candidates) {
        requests.add(
            new TrialRequest(
                requests.size(),
                1,
                Seeds.mix(sweepSeed, Stream.REPEAT, number),
                candidate.hyperparameters(),
                new Repeat(candidate.trial(), number, fold)));
      }
    }
    return requests;
  }
}
