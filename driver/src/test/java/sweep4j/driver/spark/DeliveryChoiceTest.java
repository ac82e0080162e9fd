package sweep4j.driver.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sweep4j.driver.hadoop.HadoopFiles;
import sweep4j.driver.spark.DeliveryChoice.Way;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.Delivery;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;
import sweep4j.worker.data.DataException;
import sweep4j.worker.data.DataLoader;
import sweep4j.worker.data.PreparedData;

/** Prevents that data are sent which fit nowhere, or read where they do not lie. */
class DeliveryChoiceTest {

  private static final String CLUSTER = "spark://host:7077";
  private static final String HERE = "../sweeps/data/breast_cancer.csv";
  private static final String SHARED = "hdfs://names/breast_cancer.csv";

  /** Of a gigabyte, Spark holds 217 MiB twice; of 300 MiB, nothing. */
  private static final long LARGE = 1L << 30;

  private static final long SMALL = 300L << 20;

  @SuppressWarnings("NullAway.Init") // before all tests
  private static PreparedData data;

  @BeforeAll
  static void load() throws DataException {
    data = DataLoader.load(settings(HERE, null), 1, HadoopFiles.opener());
  }

  private static DataSettings settings(String location, @Nullable String test) {
    HeldOut held =
        test == null
            ? new HeldOut.Share(0.2)
            : new HeldOut.Own(new DataSource.Csv(test, "diagnosis"));
    return new DataSettings(
        new DataSource.Csv(location, "diagnosis"),
        Task.CLASSIFICATION,
        new HeldOut.Share(0.2),
        held,
        Scale.NONE);
  }

  static Stream<Arguments> choices() {
    return Stream.of(
        arguments("local[4]", Delivery.AUTO, settings(HERE, null), LARGE, Way.OWN),
        // The process has read them already.
        arguments("local[4]", Delivery.READ, settings(HERE, null), LARGE, Way.OWN),
        arguments(CLUSTER, Delivery.AUTO, settings(SHARED, null), LARGE, Way.SENT),
        arguments(CLUSTER, Delivery.AUTO, settings(SHARED, null), SMALL, Way.READ),
        arguments(CLUSTER, Delivery.AUTO, settings(HERE, null), SMALL, Way.SENT),
        arguments(CLUSTER, Delivery.AUTO, settings("file:/a.csv", null), SMALL, Way.SENT),
        arguments(CLUSTER, Delivery.AUTO, settings(SHARED, HERE), SMALL, Way.SENT),
        arguments(CLUSTER, Delivery.AUTO, settings(SHARED, SHARED), SMALL, Way.READ),
        arguments("local-cluster[2,1,1024]", Delivery.AUTO, settings(HERE, null), SMALL, Way.READ),
        arguments(CLUSTER, Delivery.READ, settings(HERE, null), LARGE, Way.READ),
        arguments(CLUSTER, Delivery.BROADCAST, settings(SHARED, null), SMALL, Way.SENT));
  }

  @ParameterizedTest
  @MethodSource("choices")
  void readsWhatDoesNotFitWhereItCan(
      String master, Delivery delivery, DataSettings settings, long heap, Way way) {
    var sweep = new SweepData(data, settings, 1, delivery);
    assertThat(DeliveryChoice.of(sweep, conf(master), heap).way()).isEqualTo(way);
  }

  /** The smaller of the two heaps decides, by the formula of Spark's own memory manager. */
  @Test
  void theBoundIsHalfOfWhatSparkHoldsInMemory() {
    SparkConf conf = conf(CLUSTER);
    assertThat(DeliveryChoice.mostToSend(conf, 8L << 30) >> 20).isEqualTo(217);
    conf.set("spark.executor.memory", "8g");
    assertThat(DeliveryChoice.mostToSend(conf, 8L << 30) >> 20).isEqualTo(2367);
    assertThat(DeliveryChoice.mostToSend(conf, 1L << 30) >> 20).isEqualTo(217);
    conf.set("spark.memory.fraction", "0.3");
    assertThat(DeliveryChoice.mostToSend(conf, 1L << 30) >> 20).isEqualTo(108);
    assertThat(DeliveryChoice.mostToSend(conf, 100L << 20)).isZero();
  }

  @Test
  void saysWhatToDoWhereDataAreSentThatDoNotFit() {
    var sweep = new SweepData(data, settings(HERE, null), 1, Delivery.AUTO);
    assertThat(DeliveryChoice.of(sweep, conf(CLUSTER), SMALL).inWords())
        .startsWith("less than 1 MiB in memory, broadcast, in part from disk, as Spark has memory")
        .endsWith("or set data.delivery: read if each has them under the same path");
  }

  private static SparkConf conf(String master) {
    return new SparkConf(false).setMaster(master);
  }
}
