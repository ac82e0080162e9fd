package sweep4j.trial;

import java.io.Serializable;

/**
 * A stretch of a trial's training: from where it stands to a rung, or to its end.
 *
 * @param request the trial
 * @param fromEpoch how many epochs it has trained for already; 0 for a trial that begins
 * @param untilEpoch after which epoch it pauses, above {@code fromEpoch}; the sweep's {@code
 *     max_epochs} if it is not to pause. A trial may end sooner by itself, or be handed back
 */
public record Leg(TrialRequest request, int fromEpoch, int untilEpoch) implements Serializable {
  public Leg {
    if (fromEpoch < 0 || untilEpoch <= fromEpoch) {
      throw new IllegalArgumentException(
          "`0 <= fromEpoch < untilEpoch` must hold, but got (fromEpoch="
              + fromEpoch
              + ", untilEpoch="
              + untilEpoch
              + ")");
    }
  }

  public int trial() {
    return request.trial();
  }
}
