package sweep4j.driver.study;

import java.util.OptionalInt;
import sweep4j.driver.search.Sampler;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Goal;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialRequest;

/** Whether a sampler that has changed would have chosen what a history holds. */
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

  private static Hyperparameters suggested(
      Sampler sampler, SearchSpace space, Standing standing, int trial) {
    return space.at(sampler.suggest(trial, standing.observations(sampler.needs(trial))));
  }
}
