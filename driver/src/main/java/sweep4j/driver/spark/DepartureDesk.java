package sweep4j.driver.spark;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.jspecify.annotations.Nullable;

/**
 * Tells executors whether they are being decommissioned. Spark's driver knows of each, whoever
 * ordered it; the executor itself has no way to tell its tasks.
 */
final class DepartureDesk {

  /** Is the executor of this name going away? To be answered with a {@link Boolean}. */
  record Question(String executor) implements Serializable {}

  private volatile @Nullable SparkContext spark;

  void open(SparkContext started) {
    spark = started;
  }

  boolean answer(Question question) {
    SparkContext context = spark;
    return context != null
        && context.taskScheduler().getExecutorDecommissionState(question.executor()).isDefined();
  }
}
