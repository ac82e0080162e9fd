package sweep4j.worker.training;

import java.util.List;
import org.deeplearning4j.util.CrashReportingUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

  private static final Logger LOG = LoggerFactory.getLogger(TrialRunner.class);

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
    Training training = null;
    try {
      Hyperparameters hyperparameters = workload.fixed().with(request.hyperparameters());
      training = new Training(data, workload, hyperparameters, request.seed());
      Training.End end = training.run();
      Measurement measurement = end.measurement();
      TrialState state = measurement == null ? TrialState.DIVERGED : TrialState.COMPLETED;
      var result =
          result(
              request,
              start,
              state,
              end.reason(),
              measurement,
              training.epochs(),
              training.curve(),
              end.error());
      boolean wanted = measurement != null && result.cost(workload.metric().goal()) <= costToBeat;
      return new TrialOutcome(
          result, wanted ? ModelFile.write(training.network(), data.scaling()) : null);
    } catch (Exception | OutOfMemoryError | LinkageError | StackOverflowError e) {
      LOG.warn("trial {} failed", request.trial(), e);
      int epochs = training == null ? 0 : training.epochs();
      List<Double> curve = training == null ? List.of() : training.curve();
      return new TrialOutcome(
          result(request, start, TrialState.FAILED, null, null, epochs, curve, inWords(e)), null);
    } finally {
      try {
        if (training != null) {
          training.close();
        }
      } finally {
        runtime.release();
      }
    }
  }

  private TrialResult result(
      TrialRequest request,
      long start,
      TrialState state,
      @Nullable StopReason reason,
      @Nullable Measurement measurement,
      int epochs,
      List<Double> curve,
      @Nullable String error) {
    double seconds = (System.nanoTime() - start) / 1e9;
    return new TrialResult(
        request.trial(),
        state,
        reason,
        measurement,
        epochs,
        curve,
        seconds,
        executor,
        NativeRuntime.ready().device(),
        1,
        error);
  }

  private static String inWords(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
    boolean outOfMemory =
        thrown instanceof OutOfMemoryError
            // How C++ says it, and how JavaCPP hands it on.
            || message.contains("bad_alloc");
    return (outOfMemory ? "out of memory" : thrown.getClass().getSimpleName()) + ": " + message;
  }
}
