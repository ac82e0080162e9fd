package sweep4j.driver.search;

import java.util.Arrays;

/**
 * What a sampler may know of a finished trial.
 *
 * @param trial its number; negative for a trial that is not of this sweep, such as one of an
 *     earlier run
 * @param point where it is in the unit cube, as {@link sweep4j.driver.space.SearchSpace#pointOf}
 *     says: NaN for a parameter that the trial has not
 * @param cost the objective turned so that lower is better; positive infinity for a trial without
 *     one (DIVERGED, FAILED)
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content; a million lists of Double are not
public record Observation(int trial, double[] point, double cost) {

  @Override
  public boolean equals(Object other) {
    // Long lists of results are compared for each trial, most of whose elements are the same ones.
    return this == other
        || (other instanceof Observation that
            && trial == that.trial
            && Double.compare(cost, that.cost) == 0
            && Arrays.equals(point, that.point));
  }

  @Override
  public int hashCode() {
    return 31 * (31 * trial + Double.hashCode(cost)) + Arrays.hashCode(point);
  }

  @Override
  public String toString() {
    return "trial " + trial + " at " + Arrays.toString(point) + ": " + cost;
  }
}
