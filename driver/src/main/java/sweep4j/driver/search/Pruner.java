package sweep4j.driver.search;

import java.util.List;

/**
 * Stops trials because of other trials. A trial pauses after the epochs of its rungs. At each it
 * waits until all of its peers have come as far or have ended, and then goes on or is pruned.
 *
 * <p>A pruner is pure, as a {@link Sampler} is: who the peers are follows from numbers alone, and a
 * decision from the peers' scores at that rung alone, so it cannot depend on how many trials run at
 * once or in which order they end.
 *
 * <p>Worked example, one bracket of nine trials, of which a third goes on at each rung:
 *
 * <pre>{@code
 * rungs(i)      [1, 3] for i = 0..8, of at most 9 epochs
 * peers(4, 0)   0, 1, 2, 3, 5, 6, 7, 8
 * }</pre>
 *
 * When all nine have trained for one epoch, {@code decide(4, 0, scores)} gets nine scores, and says
 * that trial 4 goes on if it is among the best three. After three epochs those three are compared
 * ({@code peers(4, 1)} are the same eight trials, but only two of them came this far), and the best
 * trains for all nine epochs.
 */
public interface Pruner {

  /**
   * After how many epochs {@code trial} pauses: increasing, each at least 1 and below the sweep's
   * {@code max_epochs}. None for a trial that is never pruned.
   */
  List<Integer> rungs(int trial);

  /** The bracket that {@code trial} belongs to, from 0. Peers are of one bracket. */
  int bracket(int trial);

  /**
   * The trials, besides itself, that {@code trial} waits for at its rung number {@code rung}, from
   * 0: increasing. Those that were pruned at a lower rung are among them, but are not compared.
   */
  List<Integer> peers(int trial, int rung);

  /**
   * Whether {@code trial} goes on from a rung.
   *
   * @param scores of the trial and of its peers, in the order of their numbers, less the peers that
   *     were pruned before they came to this rung. A peer that ended by itself before or at this
   *     rung is there with its final cost
   */
  Decision decide(int trial, int rung, List<RungScore> scores);

  /** Which results a sampler's trials may wait for without waiting for each other. */
  Horizon horizon();
}
