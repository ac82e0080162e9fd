package sweep4j.driver.study;

import java.util.ArrayList;
import java.util.List;
import sweep4j.driver.search.Region;
import sweep4j.driver.search.Sampler;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Goal;

/**
 * A round of a search that has begun.
 *
 * @param round its number, from 1
 * @param region that its trials were drawn from
 */
public record DrawnRound(int round, Region region) {

  /**
   * The rounds that {@code history} shows to have begun, worked out anew from its results.
   *
   * @param space that the sampler speaks of
   */
  public static List<DrawnRound> of(
      Sampler sampler, SearchSpace space, Goal goal, History history) {
    var standing = new Standing(goal, space, sampler.trials(), 1);
    history.ended().forEach(standing::add);
    var rounds = new ArrayList<DrawnRound>();
    for (int trial = 0; trial < sampler.trials(); trial++) {
      int round = sampler.round(trial);
      int needs = sampler.needs(trial);
      if (round == rounds.size()) {
        continue;
      }
      if (needs > standing.prefix()) {
        break;
      }
      rounds.add(new DrawnRound(round, sampler.region(round, standing.observations(needs))));
    }
    return rounds;
  }
}
