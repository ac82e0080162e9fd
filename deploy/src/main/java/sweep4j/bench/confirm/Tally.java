package sweep4j.bench.confirm;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import sweep4j.driver.confirm.Candidate;
import sweep4j.driver.confirm.Confirmation;
import sweep4j.driver.confirm.Confirmed;
import sweep4j.driver.confirm.Design;
import sweep4j.driver.confirm.Interval;

/** What many simulated sweeps came to. */
public final class Tally {

  private final Noise noise;
  private final double spread;
  private final int top;
  private final Design design;
  private int sweeps;
  private int intervals;
  private int covered;
  private int chosenCovered;
  private int plainCovered;
  private int correctedCovered;
  private int bestNotTied;
  private int worse;
  private int worseNotTied;
  private double regretByValidation;
  private double regretConfirmed;

  private Tally(Noise noise, double spread, int top, Design design) {
    this.noise = noise;
    this.spread = spread;
    this.top = top;
    this.design = design;
  }

  /**
   * Simulates.
   *
   * @param spread of the true qualities
   * @param top of so many trials each is confirmed
   * @param folds once for each
   */
  public static Tally of(Noise noise, double spread, int top, int folds, int sweeps, long seed) {
    var tally = new Tally(noise, spread, top, new Design(folds, 1, 1));
    var seeds = new SplittableRandom(seed);
    for (int i = 0; i < sweeps; i++) {
      tally.add(new SimulatedSweep(noise, spread, seeds.nextLong()));
    }
    return tally;
  }

  private void add(SimulatedSweep sweep) {
    sweeps++;
    Confirmation confirmation = sweep.confirmed(top, design);
    Confirmed chosen = confirmation.trials().get(0);
    double best = bestTruth(sweep);
    regretByValidation += sweep.truth(sweep.byValidation().get(0)) - best;
    regretConfirmed += truth(sweep, chosen) - best;
    if (covers(chosen.objective(), truth(sweep, chosen))) {
      chosenCovered++;
    }
    // Of equals the first by number, which has nothing to do with what was seen.
    Confirmed trulyBest =
        confirmation.trials().stream()
            .min(
                Comparator.comparingDouble((Confirmed each) -> truth(sweep, each))
                    .thenComparingInt(each -> each.candidate().trial()))
            .orElseThrow();
    if (!trulyBest.isTiedWithBest()) {
      bestNotTied++;
    }
    for (Confirmed each : confirmation.trials()) {
      if (!each.equals(trulyBest)) {
        worse++;
        if (!each.isTiedWithBest()) {
          worseNotTied++;
        }
      }
    }
    List<int[][]> splits = sweep.pooledSplits(design.folds());
    for (Confirmed each : confirmation.trials()) {
      count(sweep, each, splits);
    }
    count(sweep, Objects.requireNonNull(confirmation.defaults()), splits);
  }

  private void count(SimulatedSweep sweep, Confirmed confirmed, List<int[][]> splits) {
    double truth = truth(sweep, confirmed);
    intervals++;
    if (covers(confirmed.objective(), truth)) {
      covered++;
    }
    double[] pooled = sweep.pooled(SimulatedSweep.number(confirmed.candidate()), splits);
    double overlap = (double) SimulatedSweep.VALIDATION_ROWS / SimulatedSweep.TRAINING_ROWS;
    if (within(pooled, truth, 1.0 / pooled.length)) {
      plainCovered++;
    }
    if (within(pooled, truth, 1.0 / pooled.length + overlap)) {
      correctedCovered++;
    }
  }

  private static boolean within(double[] scores, double truth, double share) {
    double t = new TDistribution(scores.length - 1).inverseCumulativeProbability(0.975);
    double reach = t * Math.sqrt(share * StatUtils.variance(scores));
    return Math.abs(StatUtils.mean(scores) - truth) <= reach;
  }

  private static boolean covers(Interval interval, double truth) {
    return interval.low() <= truth && truth <= interval.high();
  }

  private static double truth(SimulatedSweep sweep, Confirmed confirmed) {
    Candidate candidate = confirmed.candidate();
    return sweep.truth(SimulatedSweep.number(candidate));
  }

  private static double bestTruth(SimulatedSweep sweep) {
    double best = Double.POSITIVE_INFINITY;
    for (int trial = 0; trial < SimulatedSweep.TRIALS; trial++) {
      best = Math.min(best, sweep.truth(trial));
    }
    return best;
  }

  Noise noise() {
    return noise;
  }

  double spread() {
    return spread;
  }

  /** Share of all intervals that hold the truth. */
  public double coverage() {
    return (double) covered / intervals;
  }

  /** Likewise, of the chosen configurations' alone. */
  double chosenCoverage() {
    return (double) chosenCovered / sweeps;
  }

  /** What Student's interval would cover with overlapping splits of all rows. */
  double plainCoverage() {
    return (double) plainCovered / intervals;
  }

  /** Likewise, with the variance of Nadeau and Bengio. */
  double correctedCoverage() {
    return (double) correctedCovered / intervals;
  }

  /** Share of sweeps in which the truly best of the confirmed trials is not tied with the best. */
  public double bestNotTied() {
    return (double) bestNotTied / sweeps;
  }

  /** Share of the other confirmed trials that are told apart. */
  double toldApart() {
    return (double) worseNotTied / worse;
  }

  /** How much worse the chosen trial is than the truly best of all, on average. */
  public double regretConfirmed() {
    return regretConfirmed / sweeps;
  }

  /** Likewise, had the best by validation been chosen. */
  public double regretByValidation() {
    return regretByValidation / sweeps;
  }
}
