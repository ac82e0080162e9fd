package sweep4j.driver.spark;

import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.Workload;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.training.TrialRunner;

/**
 * One trial, as an executor runs it. It returns a result for a bad trial and never throws for one.
 *
 * @param data sent once to each executor process, and shared by all trials there
 * @param workload likewise
 * @param costToBeat the trial's network is sent back if its cost is this or lower
 */
record TrialTask(Broadcast<PreparedData> data, Broadcast<Workload> workload, double costToBeat)
    implements Function<TrialRequest, TrialOutcome> {

  @Override
  public TrialOutcome call(TrialRequest request) {
    return new TrialRunner(data.value(), workload.value(), executor()).run(request, costToBeat);
  }

  /** Executor and host, for example {@code 0@worker-3}; {@code driver@...} in local mode. */
  private static String executor() {
    var place = SparkEnv.get().blockManager().blockManagerId();
    return place.executorId() + "@" + place.host();
  }
}
