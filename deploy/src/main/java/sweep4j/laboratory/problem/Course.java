package sweep4j.laboratory.problem;

import java.util.List;

/**
 * How a training goes.
 *
 * @param losses on the validation split after each epoch, as far as they are finite: a training
 *     that goes on for longer diverges in the epoch after the last of them
 * @param secondsPerEpoch above 0 and finite
 */
public record Course(List<Double> losses, double secondsPerEpoch) {

  public Course {
    losses = List.copyOf(losses);
    if (!losses.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("all losses must be finite, but got " + losses);
    }
    if (!(secondsPerEpoch > 0 && Double.isFinite(secondsPerEpoch))) {
      throw new IllegalArgumentException(
          "`secondsPerEpoch > 0` must hold, but got (secondsPerEpoch=" + secondsPerEpoch + ")");
    }
  }

  /** Whether the training diverges before it has finished {@code epochs} epochs. */
  public boolean divergesWithin(int epochs) {
    return losses.size() < epochs;
  }

  /** How many of {@code epochs} epochs are begun: the one in which it diverges is the last. */
  public int begun(int epochs) {
    return Math.min(epochs, losses.size() + 1);
  }

  /**
   * The lowest loss of the first {@code epochs} epochs; positive infinity if the training diverges
   * within them.
   */
  public double bestAfter(int epochs) {
    return divergesWithin(epochs)
        ? Double.POSITIVE_INFINITY
        : losses.subList(0, epochs).stream()
            .mapToDouble(Double::doubleValue)
            .min()
            .orElse(Double.POSITIVE_INFINITY);
  }
}
