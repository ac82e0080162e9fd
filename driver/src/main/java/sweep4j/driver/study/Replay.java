package sweep4j.driver.study;

import java.util.List;
import java.util.OptionalInt;
import sweep4j.driver.search.Sampler;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Goal;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Seeds;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialRequest;

/** Whether a sampler would have chosen what a history holds. */
public final class Replay {

  private Replay() {}

  /**
   * The first trial of {@code history} that {@code sampler} would have chosen otherwise, or put
   * into another round; empty if there is none.
   *
   * @param space that the sampler speaks of
   */
  public static OptionalInt firstOther(
      Sampler sampler, SearchSpace space, Goal goal, History history) {
    var standing = new Standing(goal, space, sampler.trials(), 1);
    for (TrialRecord trial : history.ended()) {
      standing.add(trial);
    }
    for (int trial = 0; trial < sampler.trials(); trial++) {
      TrialRequest request = history.request(trial);
      if (request != null
          && (sampler.round(trial) != request.round()
              || (sampler.needs(trial) <= standing.prefix()
                  && !suggested(sampler, space, standing, trial)
                      .equals(request.hyperparameters())))) {
        return OptionalInt.of(trial);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * The first trial of {@code history} that is none of a sweep, as far as that shows without
   * results: by its seed, by its round, and by its configuration where the sampler needs no results
   * for it. Empty if there is none.
   *
   * @param space that the sampler speaks of
   */
  public static OptionalInt firstForeign(
      Sampler sampler, SearchSpace space, long sweepSeed, History history) {
    for (int trial = 0; trial < sampler.trials(); trial++) {
      TrialRequest request = history.request(trial);
      if (request != null
          && (request.seed() != Seeds.trialSeed(sweepSeed, trial)
              || request.round() != sampler.round(trial)
              || (sampler.needs(trial) == 0
                  && !space
                      .at(sampler.suggest(trial, List.of()))
                      .equals(request.hyperparameters())))) {
        return OptionalInt.of(trial);
      }
    }
    return OptionalInt.empty();
  }

  private static Hyperparameters suggested(
      Sampler sampler, SearchSpace space, Standing standing, int trial) {
    return space.at(sampler.suggest(trial, standing.observations(sampler.needs(trial))));
  }
}
