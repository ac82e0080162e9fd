package sweep4j.laboratory.simulation;

import java.util.List;
import sweep4j.driver.study.RungDecision;
import sweep4j.trial.Goal;
import sweep4j.trial.TrialRecord;

/**
 * How a simulated sweep went.
 *
 * @param slots how many trials could run at once
 * @param stretches in the order in which they ended
 * @param trials all that ended, in the order of their numbers
 * @param decisions of the pruner, by trial and rung
 */
public record Trace(
    int slots, List<Stretch> stretches, List<TrialRecord> trials, List<RungDecision> decisions) {

  public Trace {
    stretches = List.copyOf(stretches);
    trials = List.copyOf(trials);
    decisions = List.copyOf(decisions);
  }

  /** The best cost of the first {@code count} trials by number, each as it stood at its end. */
  public double bestAfterTrials(int count) {
    return trials.stream()
        .limit(count)
        .mapToDouble(trial -> trial.result().cost(Goal.MINIMIZE))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** The best cost that was known when {@code epochs} epochs had been trained in all. */
  public double bestAfterEpochs(long epochs) {
    double best = Double.POSITIVE_INFINITY;
    long spent = 0;
    for (Stretch stretch : stretches) {
      spent += stretch.epochs();
      if (spent > epochs) {
        break;
      }
      best = Math.min(best, stretch.cost());
    }
    return best;
  }

  /** The best cost that was known at {@code seconds} of the virtual clock. */
  public double bestAfterSeconds(double seconds) {
    double best = Double.POSITIVE_INFINITY;
    for (Stretch stretch : stretches) {
      if (stretch.end() > seconds) {
        break;
      }
      best = Math.min(best, stretch.cost());
    }
    return best;
  }

  /** The epochs trained in all when a cost of at most {@code cost} was known; infinite if never. */
  public double epochsUntil(double cost) {
    long spent = 0;
    for (Stretch stretch : stretches) {
      spent += stretch.epochs();
      if (stretch.cost() <= cost) {
        return spent;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** Seconds of the virtual clock from the start to the end of the last stretch. */
  public double makespan() {
    return stretches.stream().mapToDouble(Stretch::end).max().orElse(0.0);
  }

  /** The share of its slots' time in which the sweep trained, in (0, 1]. */
  public double utilisation() {
    return utilisationUntil(makespan());
  }

  /**
   * The same share of the time until the last trial began. What idles later does so because nothing
   * is left to begin, and weighs the less the longer a sweep is.
   */
  public double utilisationOfTheStart() {
    int last = trials.size() - 1;
    return utilisationUntil(
        stretches.stream()
            .filter(stretch -> stretch.trial() == last)
            .mapToDouble(Stretch::start)
            .min()
            .orElse(0.0));
  }

  private double utilisationUntil(double time) {
    return stretches.stream().mapToDouble(stretch -> stretch.secondsUntil(time)).sum()
        / (slots * time);
  }

  /** Whether the same trials were tried, with the same decisions and ends, whatever the slots. */
  public boolean sameAs(Trace other) {
    return trials.equals(other.trials) && decisions.equals(other.decisions);
  }
}
