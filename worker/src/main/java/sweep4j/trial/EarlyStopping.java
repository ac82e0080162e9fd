package sweep4j.trial;

import java.io.Serializable;

/**
 * When a trial stops because of its own validation curve. The objective's metric must improve by
 * more than {@code minDelta} to count as better; after {@code patience} epochs in a row without
 * that, the trial stops.
 *
 * @param patience epochs without improvement that end a trial, at least 1
 * @param minDelta least improvement that counts, in the metric's unit, at least 0
 */
public record EarlyStopping(int patience, double minDelta) implements Serializable {
  public EarlyStopping {
    if (patience < 1) {
      throw new IllegalArgumentException("patience must be at least 1, but got " + patience);
    }
    if (!(minDelta >= 0.0) || Double.isInfinite(minDelta)) {
      throw new IllegalArgumentException("min_delta must be at least 0, but got " + minDelta);
    }
  }

  /** A rule that never stops a trial; its best epoch's weights are kept all the same. */
  public static EarlyStopping never() {
    return new EarlyStopping(Integer.MAX_VALUE, 0.0);
  }
}
