package sweep4j.trial;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A trial's result, and its trained network where that was worth sending.
 *
 * @param result what is recorded
 * @param model the trained network and its scaler as Deeplearning4j's model file; null unless the
 *     trial was at least as good as the best that was known when it started
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy of a model would be waste
public record TrialOutcome(TrialResult result, byte @Nullable [] model) implements Serializable {}
