package sweep4j.driver.spark;

import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.Workload;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.training.TrialRunner;

/**
 * A leg of a trial, as an executor runs it. It returns a result for a bad trial and never throws
 * for one.
 *
 * @param data sent once to each executor process, and shared by all trials there
 * @param workload likewise
 * @param checkpoint where the leg begins; null to begin with the first epoch
 * @param costToBeat the trial's network is sent back if its cost is this or lower
 */
record TrialTask(
    Broadcast<PreparedData> data,
    Broadcast<Workload> workload,
    @Nullable Broadcast<byte[]> checkpoint,
    double costToBeat)
    implements Function<Leg, TrialOutcome> {

  @Override
  public TrialOutcome call(Leg leg) {
    return new TrialRunner(data.value(), workload.value(), executor())
        .run(leg, checkpoint == null ? null : checkpoint.value(), costToBeat);
  }

  /** Executor and host, for example {@code 0@worker-3}; {@code driver@...} in local mode. */
  private static String executor() {
    var place = SparkEnv.get().blockManager().blockManagerId();
    return place.executorId() + "@" + place.host();
  }
}
