package sweep4j.driver.search;

import java.util.List;
import java.util.SplittableRandom;

/** A model of the costs, which says where to look next. It is pure. */
@FunctionalInterface
interface Proposer {

  /**
   * Points to try, the most promising first.
   *
   * @param evidence with at least one finite cost; its points are {@link Landing landed}
   * @param random the trial's own stream
   * @return at least one, landed, each with all coordinates
   */
  List<double[]> propose(Evidence evidence, SplittableRandom random);
}
