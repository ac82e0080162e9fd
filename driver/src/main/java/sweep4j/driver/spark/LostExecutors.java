package sweep4j.driver.spark;

import java.util.function.Supplier;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import sweep4j.driver.study.UnfitExecutorException;

/**
 * Runs a Spark job again whose executor went away. Spark itself gives up at once, so that trials
 * come back to the study.
 */
record LostExecutors(JavaSparkContext spark, int maxAttempts) {

  /**
   * What {@code job} returns at the first attempt that no executor's death ends.
   *
   * @throws UnfitExecutorException if a task threw one
   */
  <T> T outlast(Supplier<T> job) {
    for (int attempt = 1; ; attempt++) {
      try {
        return job.get();
      } catch (Exception e) {
        // The compiler cannot know that jobs throw Scala's unchecked SparkException.
        if (e.getCause() instanceof UnfitExecutorException unfit) {
          throw unfit;
        }
        boolean again = e instanceof SparkException && attempt < maxAttempts;
        if (!again || spark.sc().isStopped()) {
          throw e;
        }
      }
    }
  }
}
