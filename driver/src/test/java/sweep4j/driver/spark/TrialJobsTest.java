package sweep4j.driver.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

class TrialJobsTest {

  /** The default number of partitions, which users set for other work, says nothing of slots. */
  @Test
  void slotsAreWhatCanRunAtOnce() {
    var conf =
        new SparkConf()
            .setMaster("local[4]")
            .setAppName("test")
            .set("spark.task.cpus", "2")
            .set("spark.default.parallelism", "16")
            .set("spark.ui.enabled", "false");
    OneMachine.keepToItself(conf, System.getenv());
    try (var spark = new JavaSparkContext(conf);
        var jobs =
            new TrialJobs(
                spark,
                (leg, checkpoint, costToBeat) -> {
                  throw new AssertionError("nothing is to run");
                })) {
      assertThat(jobs.slots()).isEqualTo(2);
    }
  }
}
