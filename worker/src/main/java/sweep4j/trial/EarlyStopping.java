package sweep4j.trial;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * When a trial stops because of its own validation curve. The watched metric must improve by more
 * than {@code minDelta} to count as better; after {@code patience} epochs in a row without that,
 * the trial stops. The weights that it keeps are those of the epoch that is best by the sweep's
 * metric.
 *
 * @param patience epochs without improvement that end a trial, at least 1
 * @param minDelta least improvement that counts, in the metric's unit, at least 0
 * @param metric what is watched; null for the sweep's own
 * @param maxMinutes a trial that has trained for longer stops after the epoch it is in; above 0,
 *     infinite for no limit. How far a trial comes then depends on the machine
 */
public record EarlyStopping(
    int patience, double minDelta, @Nullable Metric metric, double maxMinutes)
    implements Serializable {

  public EarlyStopping {
    if (patience < 1) {
      throw new IllegalArgumentException("patience must be at least 1, but got " + patience);
    }
    if (!(minDelta >= 0.0) || Double.isInfinite(minDelta)) {
      throw new IllegalArgumentException("min_delta must be at least 0, but got " + minDelta);
    }
    if (!(maxMinutes > 0.0)) {
      throw new IllegalArgumentException("max_minutes must be above 0, but got " + maxMinutes);
    }
  }

  /** A rule that watches the sweep's metric, without a limit of time. */
  public EarlyStopping(int patience, double minDelta) {
    this(patience, minDelta, null, Double.POSITIVE_INFINITY);
  }

  /** A rule that never stops a trial; its best epoch's weights are kept all the same. */
  public static EarlyStopping never() {
    return new EarlyStopping(Integer.MAX_VALUE, 0.0);
  }
}
