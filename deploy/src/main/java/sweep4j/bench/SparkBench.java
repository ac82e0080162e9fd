package sweep4j.bench;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import sweep4j.driver.spark.LegWork;
import sweep4j.driver.spark.SparkRequest;
import sweep4j.driver.spark.SparkStart;
import sweep4j.driver.spark.TrialJobs;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialState;

/** Runs sweeps on a Spark in this process, which has had its first job as in any run. */
final class SparkBench implements AutoCloseable {

  /**
   * What a sweep took.
   *
   * @param seconds from its first trial's request to the leaderboard's last writing
   * @param cpuSeconds of the process meanwhile
   */
  record Took(double seconds, double cpuSeconds) {}

  private final JavaSparkContext spark;

  SparkBench(int slots) throws Exception {
    this.spark = SparkStart.start(new SparkRequest("bench", "local[" + slots + "]"));
    spark.parallelize(List.of(0), 1).map(each -> each + 1).collect();
  }

  /** Runs all trials of {@code sweep}, which do {@code work}. */
  Took run(BenchedSweep sweep, LegWork work) throws Exception {
    try (var jobs = new TrialJobs(spark, work)) {
      double cpu = Load.cpuSeconds();
      long begin = System.nanoTime();
      List<TrialRecord> trials = sweep.run(jobs);
      double seconds = (System.nanoTime() - begin) / 1e9;
      if (trials.stream().anyMatch(each -> each.result().state() != TrialState.COMPLETED)) {
        throw new IllegalStateException("a trial did not complete");
      }
      return new Took(seconds, Load.cpuSeconds() - cpu);
    }
  }

  @Override
  public void close() {
    spark.close();
  }
}
