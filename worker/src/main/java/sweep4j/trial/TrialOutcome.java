package sweep4j.trial;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a leg of a trial, and what of its network was worth sending.
 *
 * @param result what is recorded
 * @param model the trained network and its scaler as Deeplearning4j's model file; null unless the
 *     trial was at least as good as the worst that was wanted when the leg started
 * @param checkpoint from which a PAUSED trial goes on; null for any other
 * @param outOfMemory whether it FAILED for want of memory, which other trials of its process may
 *     have taken
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy of a model would be waste
public record TrialOutcome(
    TrialResult result, byte @Nullable [] model, byte @Nullable [] checkpoint, boolean outOfMemory)
    implements Serializable {

  // In full, because the checker of nulls does not see the annotations through a short one.
  public TrialOutcome(
      TrialResult result,
      byte @Nullable [] model,
      byte @Nullable [] checkpoint,
      boolean outOfMemory) {
    if ((result.state() == TrialState.PAUSED) != (checkpoint != null)) {
      throw new IllegalArgumentException(
          "there is a checkpoint if and only if a trial is PAUSED, but got " + result.state());
    }
    this.result = result;
    this.model = model;
    this.checkpoint = checkpoint;
    this.outOfMemory = outOfMemory;
  }

  /** The outcome of a leg that memory sufficed for. */
  public TrialOutcome(TrialResult result, byte @Nullable [] model, byte @Nullable [] checkpoint) {
    this(result, model, checkpoint, false);
  }

  /**
   * Whether a trial has paused before the end of {@code leg}, its leg, and is to go on elsewhere:
   * where it ran is going away.
   */
  public boolean isHandedBack(Leg leg) {
    return result.state() == TrialState.PAUSED && result.epochs() < leg.untilEpoch();
  }

  /** This outcome, of a leg that began then. */
  public TrialOutcome startedAt(Instant started) {
    return new TrialOutcome(result.startedAt(started), model, checkpoint, outOfMemory);
  }

  /** The outcome of a trial that has ended. */
  public static TrialOutcome ended(TrialResult result, byte @Nullable [] model) {
    return new TrialOutcome(result, model, null);
  }

  /** The outcome of a trial that FAILED for want of memory. */
  public static TrialOutcome outOfMemory(TrialResult result) {
    return new TrialOutcome(result, null, null, true);
  }
}
