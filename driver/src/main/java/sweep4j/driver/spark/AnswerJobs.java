package sweep4j.driver.spark;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import sweep4j.trial.Score;

/** Has executors say something of models on a split, one job for each model. */
final class AnswerJobs {

  private final JavaSparkContext spark;
  private final DataSupply data;
  private final LostExecutors lost;

  AnswerJobs(JavaSparkContext spark, DataSupply data, LostExecutors lost) {
    this.spark = spark;
    this.data = data;
    this.lost = lost;
  }

  /** As {@link SparkTrialExecutor#answers}, on the calling thread. */
  float[] answers(String name, byte[] model, Split split) {
    return run("answers of " + name, model, split, sent -> new AnswerTask(data, sent));
  }

  /** As {@link SparkTrialExecutor#score}. */
  Score score(String name, byte[] model, Split split) {
    return run("score of " + name, model, split, sent -> new ScoreTask(data, sent));
  }

  private <T> T run(
      String what,
      byte[] model,
      Split split,
      Function<Broadcast<byte[]>, org.apache.spark.api.java.function.Function<Split, T>> tasks) {
    JobName.of(what).set(spark);
    // Not in the task itself, for which Spark has a limit.
    Broadcast<byte[]> sent = spark.broadcast(model);
    try {
      var task = tasks.apply(sent);
      return lost.outlast(() -> spark.parallelize(List.of(split), 1).map(task).collect().get(0));
    } finally {
      if (!spark.sc().isStopped()) {
        sent.destroy();
      }
    }
  }
}
