package sweep4j.driver.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sweep4j.trial.Resources;

class SparkStartTest {

  @BeforeEach
  void aUserHasPluginsAndJars() {
    // As spark-submit hands on what it was told.
    System.setProperty("spark.plugins", "com.example.Metrics, com.example.Other");
    System.setProperty("spark.jars", "/opt/sweep4j.jar");
  }

  @AfterEach
  void forget() {
    System.clearProperty("spark.plugins");
    System.clearProperty("spark.jars");
  }

  /** Executors without our plugin would not know their GPUs, nor that they are to go. */
  @Test
  void ourPluginAndJarsJoinTheUsersOwn() {
    var request =
        new SparkRequest(
            "test", "spark://host:7077", List.of("/opt/own-network.jar"), Resources.none());

    SparkConf conf = SparkStart.settings(request, new ArrayList<>());

    assertThat(conf.get("spark.plugins"))
        .isEqualTo("com.example.Metrics,com.example.Other,sweep4j.driver.spark.SweepPlugin");
    assertThat(conf.get("spark.jars")).isEqualTo("/opt/sweep4j.jar,/opt/own-network.jar");
  }
}
