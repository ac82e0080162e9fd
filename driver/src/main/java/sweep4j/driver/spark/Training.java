package sweep4j.driver.spark;

import org.apache.spark.SparkEnv;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.Workload;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.training.TrialRunner;

/**
 * Trains.
 *
 * @param data sent once to each executor process, and shared by all trials there
 * @param workload likewise
 */
record Training(Broadcast<PreparedData> data, Broadcast<Workload> workload) implements LegWork {

  @Override
  public TrialOutcome run(Leg leg, byte @Nullable [] checkpoint, double costToBeat) {
    return new TrialRunner(data.value(), workload.value(), executor())
        .run(leg, checkpoint, costToBeat);
  }

  /** Executor and host, for example {@code 0@worker-3}; {@code driver@...} in local mode. */
  private static String executor() {
    var place = SparkEnv.get().blockManager().blockManagerId();
    return place.executorId() + "@" + place.host();
  }
}
