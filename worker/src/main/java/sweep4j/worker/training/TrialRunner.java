package sweep4j.worker.training;

import org.deeplearning4j.util.CrashReportingUtil;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Measurement;
import sweep4j.trial.StopReason;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;
import sweep4j.trial.Workload;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.device.NativeRuntime;

/** Runs trials, one at a time on the calling thread. */
public final class TrialRunner {

  static {
    // A trial that runs out of memory is a result; a dump in the working directory helps nobody.
    CrashReportingUtil.crashDumpsEnabled(false);
  }

  private final PreparedData data;
  private final Workload workload;
  private final String executor;

  /**
   * A runner of trials on {@code data}.
   *
   * @param executor name of the place, for the leaderboard
   */
  public TrialRunner(PreparedData data, Workload workload, String executor) {
    this.data = data;
    this.workload = workload;
    this.executor = executor;
  }

  /**
   * Runs a trial. Whatever goes wrong in it, memory running out included, comes back as a result.
   *
   * @param costToBeat the network is sent back if the trial's cost is this or lower
   */
  public TrialOutcome run(TrialRequest request, double costToBeat) {
    long start = System.nanoTime();
    NativeRuntime runtime = NativeRuntime.ready();
    try {
      Hyperparameters hyperparameters = workload.fixed().with(request.hyperparameters());
      var training = new Training(data, workload, hyperparameters, request.seed());
      Training.End end = training.run();
      Measurement measurement = end.measurement();
      boolean wanted =
          measurement != null
              && workload.metric().goal().cost(measurement.objective()) <= costToBeat;
      byte[] model = wanted ? ModelFile.write(training.network(), data.scaling()) : null;
      TrialState state = measurement == null ? TrialState.DIVERGED : TrialState.COMPLETED;
      var ran = result(request, start, state, end.reason(), measurement, end.epochs(), end.error());
      return new TrialOutcome(ran, model);
    } catch (Exception | OutOfMemoryError | LinkageError | StackOverflowError e) {
      return new TrialOutcome(
          result(request, start, TrialState.FAILED, null, null, 0, inWords(e)), null);
    } finally {
      runtime.release();
    }
  }

  private TrialResult result(
      TrialRequest request,
      long start,
      TrialState state,
      @Nullable StopReason reason,
      @Nullable Measurement measurement,
      int epochs,
      @Nullable String error) {
    double seconds = (System.nanoTime() - start) / 1e9;
    return new TrialResult(
        request.trial(),
        state,
        reason,
        measurement,
        epochs,
        seconds,
        executor,
        NativeRuntime.ready().device(),
        1,
        error);
  }

  private static String inWords(Throwable thrown) {
    String message = thrown.getMessage();
    String kind = thrown.getClass().getSimpleName();
    return message == null ? kind : kind + ": " + message.lines().findFirst().orElse("");
  }
}
