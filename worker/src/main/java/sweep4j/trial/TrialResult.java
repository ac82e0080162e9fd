package sweep4j.trial;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came back from a trial, or from the attempt to run it. Failures are values: a bad trial
 * returns one of these instead of throwing.
 *
 * @param trial number of the trial
 * @param state how it ended
 * @param stopReason why training stopped; null when it did not get that far
 * @param measurement what it reached; there only when COMPLETED, PRUNED or PAUSED
 * @param epochs passes over the training split that were begun, at least 0
 * @param curve the sweep's metric on the validation split after each epoch, as far as it was finite
 * @param gradientNorms of each layer; null where the sweep does not ask for them
 * @param started when its last leg began, by the clock of its executor; null where unknown
 * @param seconds wall time of the trial on its executor, 0 where unknown
 * @param executor where it ran, one place after the other if it moved; empty where unknown
 * @param device processor it trained on, empty where unknown
 * @param attempts times that it was started, at least 1
 * @param error what went wrong, in words for the user; null when nothing did
 */
public record TrialResult(
    int trial,
    TrialState state,
    @Nullable StopReason stopReason,
    @Nullable Measurement measurement,
    int epochs,
    List<Double> curve,
    @Nullable GradientNorms gradientNorms,
    @Nullable Instant started,
    double seconds,
    String executor,
    String device,
    int attempts,
    @Nullable String error)
    implements Serializable {
  public TrialResult {
    curve = List.copyOf(curve);
    executor = Printable.lines(executor);
    device = Printable.lines(device);
    error = error == null ? null : Printable.lines(error);
    if (state.isMeasured() != (measurement != null)) {
      throw new IllegalArgumentException(
          "a trial has a measurement if and only if it is COMPLETED, PRUNED or PAUSED, but got "
              + state);
    }
    if (epochs < 0) {
      throw new IllegalArgumentException("epochs must be at least 0, but got " + epochs);
    }
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts must be at least 1, but got " + attempts);
    }
  }

  /** A result without gradient norms, of a trial that began nobody knows when. */
  public TrialResult(
      int trial,
      TrialState state,
      @Nullable StopReason stopReason,
      @Nullable Measurement measurement,
      int epochs,
      List<Double> curve,
      double seconds,
      String executor,
      String device,
      int attempts,
      @Nullable String error) {
    this(
        trial,
        state,
        stopReason,
        measurement,
        epochs,
        curve,
        null,
        null,
        seconds,
        executor,
        device,
        attempts,
        error);
  }

  /** A trial, or an attempt at one, of which nobody knows more than that it came to nothing. */
  public static TrialResult withoutMeasurement(int trial, TrialState state, String error) {
    return withoutMeasurement(trial, state, null, 0, 0.0, "", "", error);
  }

  /** As above, where it is known what it had come to, where, and what stopped it. */
  public static TrialResult withoutMeasurement(
      int trial,
      TrialState state,
      @Nullable StopReason stopReason,
      int epochs,
      double seconds,
      String executor,
      String device,
      String error) {
    return new TrialResult(
        trial, state, stopReason, null, epochs, List.of(), seconds, executor, device, 1, error);
  }

  /** The objective turned so that lower is better; positive infinity where there is none. */
  public double cost(Goal goal) {
    return measurement == null ? Double.POSITIVE_INFINITY : goal.cost(measurement.objective());
  }

  /** This PAUSED result, as that of a trial that does not go on. */
  public TrialResult pruned() {
    return with(trial, TrialState.PRUNED, StopReason.PRUNER, started, executor, attempts, error);
  }

  /** This result, of a trial whose last leg began then. */
  public TrialResult startedAt(Instant started) {
    return with(trial, state, stopReason, started, executor, attempts, error);
  }

  /** This LOST result, as that of a trial that is not tried again. */
  public TrialResult failed(String error) {
    return with(trial, TrialState.FAILED, stopReason, started, executor, attempts, error);
  }

  /** This result, of a trial that ran at {@code executor}. */
  public TrialResult withExecutor(String executor) {
    return with(trial, state, stopReason, started, executor, attempts, error);
  }

  /** This result under another number. */
  public TrialResult numbered(int number) {
    return with(number, state, stopReason, started, executor, attempts, error);
  }

  /** This result, of attempt {@code attempts}. */
  public TrialResult withAttempts(int attempts) {
    return with(trial, state, stopReason, started, executor, attempts, error);
  }

  /** This result, where nothing else differs. */
  private TrialResult with(
      int trial,
      TrialState state,
      @Nullable StopReason stopReason,
      @Nullable Instant started,
      String executor,
      int attempts,
      @Nullable String error) {
    return new TrialResult(
        trial,
        state,
        stopReason,
        measurement,
        epochs,
        curve,
        gradientNorms,
        started,
        seconds,
        executor,
        device,
        attempts,
        error);
  }
}
