package sweep4j.driver.spark;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import sweep4j.worker.data.PreparedData;

/** Has executors answer splits, one job for each model. */
final class AnswerJobs {

  private final JavaSparkContext spark;
  private final Broadcast<PreparedData> data;
  private final LostExecutors lost;

  AnswerJobs(JavaSparkContext spark, Broadcast<PreparedData> data, LostExecutors lost) {
    this.spark = spark;
    this.data = data;
    this.lost = lost;
  }

  /** As {@link SparkTrialExecutor#answers}, on the calling thread. */
  float[] answers(String name, byte[] model, Split split) {
    spark.setJobDescription("answers of %s".formatted(name));
    // Not in the task itself, for which Spark has a limit.
    Broadcast<byte[]> sent = spark.broadcast(model);
    try {
      var task = new AnswerTask(data, sent);
      return lost.outlast(() -> spark.parallelize(List.of(split), 1).map(task).collect().get(0));
    } finally {
      if (!spark.sc().isStopped()) {
        sent.destroy();
      }
    }
  }
}
