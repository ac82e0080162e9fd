package sweep4j.worker.training;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.deeplearning4j.util.CrashReportingUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sweep4j.trial.GradientNorms;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Leg;
import sweep4j.trial.Measurement;
import sweep4j.trial.Repeat;
import sweep4j.trial.StopReason;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;
import sweep4j.trial.Workload;
import sweep4j.worker.data.Folded;
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
  private final TimeLimit limit;
  private final Attendant attendant;
  private final Trainer trainer;

  /**
   * A runner of trials on {@code data}.
   *
   * @param executor name of the place, for the leaderboard
   */
  public TrialRunner(PreparedData data, Workload workload, String executor) {
    this(data, workload, executor, null, Attendant.NOBODY);
  }

  /**
   * A runner of trials on {@code data}.
   *
   * @param executor name of the place, for the leaderboard
   * @param limit how long a trial may train; null for no limit
   * @param attendant by each trial
   */
  public TrialRunner(
      PreparedData data,
      Workload workload,
      String executor,
      @Nullable Duration limit,
      Attendant attendant) {
    this(data, workload, executor, limit, attendant, Trainer.here());
  }

  /**
   * As above.
   *
   * @param trainer who trains the epochs
   */
  public TrialRunner(
      PreparedData data,
      Workload workload,
      String executor,
      @Nullable Duration limit,
      Attendant attendant,
      Trainer trainer) {
    this.data = data;
    this.workload = workload;
    this.executor = executor;
    this.limit = new TimeLimit(limit);
    this.attendant = attendant;
    this.trainer = trainer;
  }

  /** What this process computes with; see {@link NativeRuntime#provenance}. */
  public static String nativeBuild() {
    return NativeRuntime.provenance();
  }

  /** Runs a whole trial, as {@link #run(Leg, byte[], double)} runs a leg of one. */
  public TrialOutcome run(TrialRequest request, double costToBeat) {
    return run(new Leg(request, 0, workload.maxEpochs()), null, costToBeat);
  }

  /**
   * Runs a leg of a trial. Whatever goes wrong in it, memory running out included, comes back as a
   * result.
   *
   * @param checkpoint where the leg begins; null to begin with the first epoch, whatever the leg
   *     says
   * @param costToBeat the network is sent back if the trial's cost is this or lower
   */
  public TrialOutcome run(Leg leg, byte @Nullable [] checkpoint, double costToBeat) {
    long start = System.nanoTime();
    NativeRuntime runtime = NativeRuntime.ready();
    TrialRequest request = leg.request();
    Training training = null;
    try {
      Hyperparameters hyperparameters = workload.fixed().with(request.hyperparameters());
      Folded rows = rows(request);
      training =
          new Training(
              rows.data(),
              rows.scored(),
              workload,
              hyperparameters,
              request.seed(),
              checkpoint == null ? null : Checkpoint.fromBytes(checkpoint),
              limit,
              trainer);
      return outcome(leg, training, training.run(leg.untilEpoch(), attendant), costToBeat);
    } catch (InternalError | UnknownError e) {
      // The virtual machine itself is broken.
      throw e;
    } catch (Exception | Error e) {
      int epochs = training == null ? 0 : training.epochs();
      List<Double> curve = training == null ? List.of() : training.curve();
      GradientNorms norms = training == null ? null : training.gradientNorms();
      double seconds = training == null ? (System.nanoTime() - start) / 1e9 : training.seconds();
      boolean stopped = e instanceof TimeLimit.Interrupted;
      var result =
          result(
              request,
              stopped ? TrialState.LOST : TrialState.FAILED,
              e instanceof TimeLimit.Exceeded ? StopReason.TRIAL_TIMEOUT : null,
              null,
              epochs,
              curve,
              norms,
              seconds,
              inWords(e));
      if (!stopped) {
        LOG.warn("{} failed", request.inWords(), e);
      }
      return isOutOfMemory(e) ? TrialOutcome.outOfMemory(result) : TrialOutcome.ended(result, null);
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

  private Folded rows(TrialRequest request) {
    Repeat repeat = request.repeat();
    return repeat == null ? new Folded(data, data.validation()) : data.folded(repeat.fold());
  }

  private TrialOutcome outcome(Leg leg, Training training, Training.End end, double costToBeat)
      throws IOException {
    Measurement measurement = end.measurement();
    Checkpoint checkpoint = end.checkpoint();
    TrialState state =
        checkpoint != null
            ? TrialState.PAUSED
            : measurement == null ? TrialState.DIVERGED : TrialState.COMPLETED;
    var result =
        result(
            leg.request(),
            state,
            end.reason(),
            measurement,
            training.epochs(),
            training.curve(),
            training.gradientNorms(),
            training.seconds(),
            end.error());
    boolean wanted = measurement != null && result.cost(workload.metric().goal()) <= costToBeat;
    boolean handedBack = checkpoint != null && training.epochs() < leg.untilEpoch();
    return new TrialOutcome(
        result,
        wanted && !handedBack ? ModelFile.write(training.network(), data.scaling()) : null,
        checkpoint == null ? null : checkpoint.toBytes());
  }

  private TrialResult result(
      TrialRequest request,
      TrialState state,
      @Nullable StopReason reason,
      @Nullable Measurement measurement,
      int epochs,
      List<Double> curve,
      @Nullable GradientNorms gradientNorms,
      double seconds,
      @Nullable String error) {
    return new TrialResult(
        request.trial(),
        state,
        reason,
        measurement,
        epochs,
        curve,
        gradientNorms,
        null,
        seconds,
        executor,
        NativeRuntime.ready().device(),
        1,
        error);
  }

  static String inWords(Throwable thrown) {
    if (thrown instanceof TimeLimit.Exceeded || thrown instanceof TimeLimit.Interrupted) {
      return firstLine(thrown);
    }
    String kind = isOutOfMemory(thrown) ? "out of memory" : thrown.getClass().getSimpleName();
    return kind + ": " + firstLine(thrown);
  }

  private static boolean isOutOfMemory(Throwable thrown) {
    return thrown instanceof OutOfMemoryError
        // How C++ says it, and how JavaCPP hands it on.
        || firstLine(thrown).contains("bad_alloc");
  }

  private static String firstLine(Throwable thrown) {
    return String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
  }
}
