package sweep4j.driver.search;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tree-structured Parzen estimator (Bergstra, Bardenet, Bengio, Kegl: "Algorithms for
 * Hyper-Parameter Optimization", NIPS 2011), with joint kernels (Falkner, Klein, Hutter: "BOHB",
 * ICML 2018; what the choices do is in Watanabe: "Tree-Structured Parzen Estimator", 2023). Trials
 * are parted into a few good ones and the rest; the point proposed is, of some drawn from the
 * density of the good, the one where that density is highest relative to the density of the rest.
 *
 * <p>Trials without a cost, and those whose results are not to be seen yet, belong to the rest, so
 * that trials that run at once keep apart.
 */
final class ParzenProposer implements Proposer {

  /** Of ten trials one is good. */
  private static final int ONE_GOOD_IN = 10;

  private static final int MOST_GOOD = 25;

  /** Of more trials than these an evenly taken sample is compared with, so that time is bounded. */
  private static final int MOST_REST = 200;

  /** More would only follow the noise of the two densities to where both are thin. */
  private static final int CANDIDATES = 24;

  private final Landing landing;

  ParzenProposer(Landing landing) {
    this.landing = landing;
  }

  @Override
  public List<double[]> propose(Evidence evidence, SplittableRandom random) {
    List<Observation> byCost = evidence.byCost();
    int tenth = (byCost.size() + ONE_GOOD_IN - 1) / ONE_GOOD_IN;
    int good = Math.min(evidence.withCost(), Math.min(MOST_GOOD, tenth));
    Parzen ofGood = estimate(byCost.subList(0, good).stream().map(Observation::point));
    Parzen ofRest =
        estimate(
            Stream.concat(
                sample(byCost.subList(good, byCost.size())).map(Observation::point),
                evidence.pending().stream()));
    var candidates = new ArrayList<Ranked>();
    for (int i = 0; i < CANDIDATES; i++) {
      double[] point = landing.land(ofGood.draw(random));
      double[] existing = landing.existing(point);
      candidates.add(new Ranked(point, ofGood.log(existing) - ofRest.log(existing)));
    }
    return Ranked.sorted(candidates).stream().map(Ranked::point).toList();
  }

  private Parzen estimate(Stream<double[]> points) {
    return Parzen.of(landing.domains(), points.toList());
  }

  private static Stream<Observation> sample(List<Observation> trials) {
    int taken = Math.min(MOST_REST, trials.size());
    return IntStream.range(0, taken)
        .mapToObj(i -> trials.get((int) ((long) i * trials.size() / taken)));
  }
}
