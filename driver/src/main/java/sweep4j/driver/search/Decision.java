package sweep4j.driver.search;

/**
 * What a pruner decided for a trial at a rung, and why.
 *
 * @param goesOn whether the trial trains on; otherwise it is pruned
 * @param rank of the trial among those compared, from 1; the lower number first among equals
 * @param compared how many trials were compared, this one included
 * @param threshold the cost that decided: a trial of a higher cost does not go on. NaN if there was
 *     nothing to compare with
 */
public record Decision(boolean goesOn, int rank, int compared, double threshold) {
  public Decision {
    if (rank < 1 || rank > compared) {
      throw new IllegalArgumentException(
          "`1 <= rank <= compared` must hold, but got (rank="
              + rank
              + ", compared="
              + compared
              + ")");
    }
  }
}
