package sweep4j.driver.spark;

import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import sweep4j.trial.Score;
import sweep4j.trial.Workload;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.training.TrialRunner;

/** Scores a network on the test split, where the data are. */
record TestScoreTask(Broadcast<PreparedData> data, Broadcast<Workload> workload)
    implements Function<byte[], Score> {

  @Override
  public Score call(byte[] model) throws Exception {
    return new TrialRunner(data.value(), workload.value(), "").scoreOnTest(model);
  }
}
