package sweep4j.trial;

import java.io.Serializable;
import java.util.Locale;

/**
 * How far a trial is that still trains.
 *
 * @param epoch that has ended, at least 1
 * @param objective after it
 * @param bestEpoch the best so far, at most {@code epoch}
 * @param best the objective after that one
 */
public record EpochScore(int epoch, double objective, int bestEpoch, double best)
    implements Serializable {
  public EpochScore {
    if (bestEpoch < 1 || epoch < bestEpoch) {
      throw new IllegalArgumentException(
          "`1 <= bestEpoch <= epoch` must hold, but got (bestEpoch=%d, epoch=%d)"
              .formatted(bestEpoch, epoch));
    }
  }

  /** As in {@code epoch 7: objective 0.03125, best 0.0301 at epoch 5}, for people. */
  @Override
  public String toString() {
    return epoch == bestEpoch
        ? "epoch %d: objective %s, the best so far".formatted(epoch, digits(objective))
        : "epoch %d: objective %s, best %s at epoch %d"
            .formatted(epoch, digits(objective), digits(best), bestEpoch);
  }

  private static String digits(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
