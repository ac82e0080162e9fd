package sweep4j.driver.search;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Prunes a trial whose best cost so far is above the median of its peers' at the same rung. A
 * trial's peers are the {@value #MOST_PEERS} trials before it: which they are depends on numbers
 * alone, so the answer is the same at any parallelism. Peers that ended without an objective have
 * no cost that could be compared. A trial without peers goes on, so the first ones pause at their
 * rungs only to be compared with later.
 *
 * <p>A trial waits at a rung for slower ones before it. That costs no time as long as there are
 * others to train, as a trial that waits holds no slot; to compare with fewer would let more train
 * to their end.
 *
 * <p>Nobody waits in a circle, however much a trial may need to be suggested: trials wait for lower
 * numbers only, so the lowest that has not ended waits for nobody.
 */
final class MedianPruner implements Pruner {
  /** Enough for a median; a decision costs the same in a sweep of any length. */
  static final int MOST_PEERS = 200;

  private final PruningMethod.Median method;
  private final int trials;
  private final List<Integer> rungs;

  MedianPruner(PruningMethod.Median method, int trials, int maxEpochs) {
    this.method = method;
    this.trials = trials;
    int count = (maxEpochs - 1 - method.warmupEpochs()) / method.intervalEpochs();
    this.rungs =
        IntStream.rangeClosed(1, count)
            .mapToObj(k -> method.warmupEpochs() + method.intervalEpochs() * k)
            .toList();
  }

  @Override
  public List<Integer> rungs(int trial) {
    Prefix.requireTrial(trial, trials);
    return rungs;
  }

  @Override
  public int bracket(int trial) {
    Prefix.requireTrial(trial, trials);
    return 0;
  }

  @Override
  public List<Integer> peers(int trial, int rung) {
    Prefix.requireTrial(trial, trials);
    PruningChecks.requireRung(rung, rungs);
    return new Others(firstPeer(trial), endOfPeers(trial), trial);
  }

  private static int firstPeer(int trial) {
    return Math.max(0, trial - MOST_PEERS);
  }

  /** The last peer and one; 0 where there is none. */
  private int endOfPeers(int trial) {
    return trial < method.startupTrials() ? 0 : trial;
  }

  @Override
  public Decision decide(int trial, int rung, List<RungScore> scores) {
    Prefix.requireTrial(trial, trials);
    PruningChecks.requireRung(rung, rungs);
    var comparison =
        Comparison.of(trial, scores, peer -> firstPeer(trial) <= peer && peer < endOfPeers(trial))
            .withFiniteOthers();
    double median = StatUtils.percentile(comparison.costsOfOthers(), 50.0);
    boolean goesOn = comparison.compared() == 1 || comparison.own().cost() <= median;
    return comparison.decision(goesOn, median);
  }

  @Override
  public Horizon horizon() {
    return Horizon.ALL_BEFORE;
  }
}
