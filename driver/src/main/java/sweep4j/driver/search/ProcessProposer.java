package sweep4j.driver.search;

import static java.util.Comparator.comparingInt;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Proposes the point from which most improvement is expected (Jones, Schonlau, Welch: "Efficient
 * Global Optimization of Expensive Black-Box Functions", Journal of Global Optimization 13, 1998)
 * by a {@link GaussianProcess}.
 *
 * <p>Time grows with the cube of the trials in the model, so it has at most {@value #MOST_BEST} of
 * the best, {@value #MOST_LATEST} of the latest others and {@value #MOST_PENDING} of the latest
 * pending ones. Its hyperparameters are fitted anew each time that there are a tenth more trials,
 * to those that there are then; they move little in between.
 */
final class ProcessProposer implements Proposer {
  private static final int MOST_BEST = 75;
  private static final int MOST_LATEST = 75;
  private static final int MOST_PENDING = 25;

  /** Near so many of the best trials improvement is looked for. */
  private static final int NEAR = 5;

  private final Landing landing;

  /** The last fit, because it serves several trials. */
  private volatile @Nullable Fit latest;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Fit(List<Observation> to, double[] logs) {}

  ProcessProposer(Landing landing) {
    this.landing = landing;
  }

  @Override
  public List<double[]> propose(Evidence evidence, SplittableRandom random) {
    double[] logs = fitted(evidence.observed());
    List<Observation> model = kept(evidence);
    List<double[]> points = model.stream().map(Observation::point).toList();
    List<double[]> pending = evidence.pending();
    var process =
        new GaussianProcess(
            landing.domains(),
            logs,
            points,
            costs(model),
            pending.subList(Math.max(0, pending.size() - MOST_PENDING), pending.size()));
    // Not the lowest cost, which may be a lucky draw of a noisy trial.
    double target = points.stream().mapToDouble(process::mean).min().orElseThrow();
    return Climb.highest(
        landing,
        points.subList(0, Math.min(NEAR, points.size())),
        point -> process.logExpectedImprovement(point, target),
        random);
  }

  private double[] fitted(List<Observation> observed) {
    List<Observation> to = observed.subList(0, fittedTo(observed.size()));
    Fit fit = latest;
    if (fit == null || !fit.to().equals(to)) {
      List<Observation> model = kept(new Evidence(to, List.of()));
      List<double[]> points = model.stream().map(Observation::point).toList();
      fit =
          new Fit(
              List.copyOf(to), new LogPosterior(landing.domains(), points, costs(model)).best());
      latest = fit;
    }
    return fit.logs();
  }

  /** The last of the numbers 1, 2, ... 10, 11, 12, ... 20, 22, 24, ... up to {@code trials}. */
  private static int fittedTo(int trials) {
    int to = 1;
    for (int next = 1; next <= trials; next += Math.max(1, next / 10)) {
      to = next;
    }
    return to;
  }

  /** The trials of the model, the best first. */
  private static List<Observation> kept(Evidence evidence) {
    List<Observation> byCost = evidence.byCost();
    if (byCost.size() <= MOST_BEST + MOST_LATEST) {
      return byCost;
    }
    List<Observation> others = byCost.subList(MOST_BEST, byCost.size());
    Stream<Observation> latest =
        others.stream().sorted(comparingInt(Observation::trial)).skip(others.size() - MOST_LATEST);
    return Stream.concat(byCost.subList(0, MOST_BEST).stream(), latest).toList();
  }

  private static double[] costs(List<Observation> trials) {
    return CostScale.of(trials.stream().mapToDouble(Observation::cost).toArray());
  }
}
