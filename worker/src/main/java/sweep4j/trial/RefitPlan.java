package sweep4j.trial;

import org.jspecify.annotations.Nullable;

/**
 * That the winner's configuration is trained anew when all has been chosen.
 *
 * @param rows what to learn from
 * @param dataParallel in how many places at once; null for one
 * @param compare whether it is also trained in one place, to see what averaging costs
 */
public record RefitPlan(RefitRows rows, @Nullable DataParallel dataParallel, boolean compare) {
  public RefitPlan {
    if (compare && dataParallel == null) {
      throw new IllegalArgumentException("a refit in one place has nothing to be compared with");
    }
  }
}
