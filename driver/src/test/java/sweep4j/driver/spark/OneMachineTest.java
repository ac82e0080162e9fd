package sweep4j.driver.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prevents that whoever reaches this machine can have its Spark run code. */
class OneMachineTest {

  private static SparkConf conf(String master) {
    return new SparkConf(false).setMaster(master);
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "local[*]", "local[2,3]", "local-cluster[2,1,1000]"})
  void oneMachineListensToItselfAndAsksForASecret(String master) {
    SparkConf conf = conf(master);

    OneMachine.keepToItself(conf, Map.of());

    assertThat(conf.get("spark.driver.host")).isEqualTo("127.0.0.1");
    assertThat(conf.get("spark.driver.bindAddress")).isEqualTo("127.0.0.1");
    assertThat(conf.get("spark.ui.enabled")).isEqualTo("false");
    assertThat(conf.get("spark.authenticate")).isEqualTo("true");
  }

  /** Its pages are of use where they are not shown to everybody. */
  @Test
  void thePagesStayWhereTheirAddressIsGiven() {
    SparkConf conf = conf("local[*]");

    OneMachine.keepToItself(conf, Map.of("SPARK_LOCAL_IP", "127.0.0.1"));

    assertThat(conf.contains("spark.ui.enabled")).isFalse();
    assertThat(conf.contains("spark.driver.bindAddress")).isFalse();
    assertThat(conf.get("spark.authenticate")).isEqualTo("true");
  }

  @Test
  void executorProcessesGetASecretThatIsNewEachTime() {
    SparkConf one = conf("local-cluster[2,1,1000]");
    SparkConf other = conf("local-cluster[2,1,1000]");

    OneMachine.keepToItself(one, Map.of());
    OneMachine.keepToItself(other, Map.of());

    assertThat(one.get("spark.authenticate.secret"))
        .matches("[0-9a-f]{64}")
        .isNotEqualTo(other.get("spark.authenticate.secret"));
  }

  @Test
  void whatTheUserSaysStays() {
    SparkConf conf =
        conf("local-cluster[2,1,1000]")
            .set("spark.driver.bindAddress", "10.0.0.7")
            .set("spark.ui.enabled", "true")
            .set("spark.authenticate", "false");

    OneMachine.keepToItself(conf, Map.of());

    assertThat(conf.get("spark.driver.bindAddress")).isEqualTo("10.0.0.7");
    assertThat(conf.get("spark.ui.enabled")).isEqualTo("true");
    assertThat(conf.get("spark.authenticate")).isEqualTo("false");
    assertThat(conf.contains("spark.authenticate.secret")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"spark://host:7077", "yarn", "k8s://https://host:443"})
  void clustersAreLeftToTheirOwnSettings(String master) {
    SparkConf conf = conf(master);

    OneMachine.keepToItself(conf, Map.of());

    assertThat(conf.getAll()).hasSize(1);
  }
}
