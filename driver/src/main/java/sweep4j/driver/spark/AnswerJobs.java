package sweep4j.driver.spark;

import java.util.List;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import sweep4j.worker.data.PreparedData;

/** Has executors answer splits, one job for each model. */
final class AnswerJobs {

  private final JavaSparkContext spark;
  private final Broadcast<PreparedData> data;
  private final int maxAttempts;

  AnswerJobs(JavaSparkContext spark, Broadcast<PreparedData> data, int maxAttempts) {
    this.spark = spark;
    this.data = data;
    this.maxAttempts = maxAttempts;
  }

  /** As {@link SparkTrialExecutor#answers}, on the calling thread. */
  float[] answers(String name, byte[] model, Split split) {
    spark.setJobDescription("answers of %s".formatted(name));
    // Not in the task itself, for which Spark has a limit.
    Broadcast<byte[]> sent = spark.broadcast(model);
    try {
      return answers(new AnswerTask(data, sent), split, 1);
    } finally {
      if (!spark.sc().isStopped()) {
        sent.destroy();
      }
    }
  }

  private float[] answers(AnswerTask task, Split split, int attempt) {
    try {
      return spark.parallelize(List.of(split), 1).map(task).collect().get(0);
    } catch (Exception e) {
      // The compiler cannot know that collect() throws Scala's unchecked SparkException.
      boolean again = e instanceof SparkException && attempt < maxAttempts;
      if (again && !spark.sc().isStopped()) {
        return answers(task, split, attempt + 1);
      }
      throw e;
    }
  }
}
