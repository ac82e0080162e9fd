package sweep4j.trial;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What came of a refit.
 *
 * @param model the network and its scaler as Deeplearning4j's model file; null if there is none
 * @param seconds wall time
 * @param error why there is none, in words for the user; null if there is one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy of a model would be waste
public record RefitOutcome(byte @Nullable [] model, double seconds, @Nullable String error)
    implements Serializable {

  // In full, because the checker of nulls does not see the annotations through a short one.
  public RefitOutcome(byte @Nullable [] model, double seconds, @Nullable String error) {
    if ((model == null) == (error == null)) {
      throw new IllegalArgumentException("there is either a model or an error");
    }
    this.model = model;
    this.seconds = seconds;
    this.error = error;
  }
}
