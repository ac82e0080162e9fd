package sweep4j.driver.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.trial.Resources;

class GpuSettingsTest {

  private final List<String> remarks = new ArrayList<>();

  private static SparkConf conf(String master) {
    return new SparkConf(false).setMaster(master);
  }

  @ParameterizedTest
  @CsvSource({"1, 1.0", "0.5, 0.5", "0.3, 0.3"})
  void aClusterIsAskedForTheShare(double gpu, String amount) {
    SparkConf conf = conf("spark://host:7077");

    GpuSettings.apply(conf, new Resources(gpu), remarks);

    assertThat(conf.get("spark.task.resource.gpu.amount")).isEqualTo(amount);
    assertThat(conf.get("spark.executor.resource.gpu.amount")).isEqualTo("1");
    assertThat(remarks)
        .singleElement()
        .asString()
        .startsWith("resources.gpu: this build computes on processors");
  }

  @Test
  void whatTheUserSetsStays() {
    SparkConf conf = conf("spark://host:7077").set("spark.executor.resource.gpu.amount", "4");

    GpuSettings.apply(conf, new Resources(1), remarks);

    assertThat(conf.get("spark.executor.resource.gpu.amount")).isEqualTo("4");
  }

  @Test
  void aSweepWithoutGpusAsksForNone() {
    SparkConf conf = conf("spark://host:7077").set("spark.task.resource.gpu.amount", "1");

    GpuSettings.apply(conf, Resources.none(), remarks);

    assertThat(conf.get("spark.task.resource.gpu.amount")).isEqualTo("1");
    assertThat(remarks).isEmpty();
  }

  /** Spark would wait for a GPU for ever, and say nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"local", "local[*]", "local[2]"})
  void onALocalMasterNothingAsksForGpus(String master) {
    SparkConf conf =
        conf(master)
            .set("spark.task.resource.gpu.amount", "1")
            .set("spark.executor.resource.gpu.amount", "1")
            .set("spark.executor.resource.gpu.discoveryScript", "/opt/discover");

    GpuSettings.apply(conf, Resources.none(), remarks);

    assertThat(conf.getAll()).noneMatch(setting -> setting._1().contains("gpu"));
    assertThat(remarks)
        .containsExactly(
            "spark.executor.resource.gpu.amount, spark.executor.resource.gpu.discoveryScript, "
                + "spark.task.resource.gpu.amount: left out, as Spark hands out no GPUs on master "
                + master
                + " and would wait for ever");
  }

  @Test
  void aSweepThatWantsGpusAsksForNoneOnALocalMaster() {
    SparkConf conf = conf("local[*]");

    GpuSettings.apply(conf, new Resources(1), remarks);

    assertThat(conf.getAll()).noneMatch(setting -> setting._1().contains("gpu"));
    assertThat(remarks).hasSize(1);
  }
}
