package sweep4j.driver.search;

import java.util.List;

/**
 * Chooses the points to try. A sampler is pure: the same number, and the same results of the trials
 * that it may see, give the same point. It sees a prefix: trial {@code i} may depend on the trials
 * {@code 0 .. needs(i)-1} and on no other, so the answer cannot depend on how many trials run at
 * once or in which order they end, and to resume is to replay.
 *
 * <p>Worked example, a sampler that draws 4 trials at random and 2 more around the best of them,
 * and that lets round 2 begin when 3 of the 4 are known:
 *
 * <pre>{@code
 * i          0  1  2  3  4  5
 * round(i)   1  1  1  1  2  2
 * needs(i)   0  0  0  0  3  3
 * }</pre>
 *
 * With two slots, trials 0 and 1 start at once; 2 and 3 follow as slots fall free. Trial 4 waits
 * until trials 0, 1 and 2 have ended, whatever trial 3 does, and {@code suggest(4, results)} gets
 * exactly those three results, in the order of their numbers.
 */
public interface Sampler {

  /** How many trials there are. They are numbered from 0. */
  int trials();

  /** How many of the first trials must have ended before {@code trial} can be suggested. */
  int needs(int trial);

  /** The round that {@code trial} belongs to, from 1; never lower than the trial's before. */
  int round(int trial);

  /**
   * The point of the unit cube to try, one coordinate in [0, 1] for each of the space's varying
   * parameters.
   *
   * <p>A point has a value for every parameter, also for one that will turn out not to exist there.
   *
   * @param results those of other sweeps, with negative numbers, if there are any; then of the
   *     trials {@code 0 .. needs(trial)-1}, in the order of their numbers
   */
  double[] suggest(int trial, List<Observation> results);

  /**
   * The part of the unit cube that {@code round} draws from.
   *
   * @param results as for the first trial of that round
   */
  Region region(int round, List<Observation> results);
}
