package sweep4j.driver.spark;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Resources;

/**
 * What Spark is to be started for, and with.
 *
 * @param name of the sweep
 * @param master where to run; null to leave it to spark-submit, or to use every core of this
 *     machine where nothing has been said
 * @param jars that executors need besides ours, as full paths
 * @param resources that each trial has to itself
 */
public record SparkRequest(
    String name, @Nullable String master, List<String> jars, Resources resources) {

  public SparkRequest {
    jars = List.copyOf(jars);
  }

  /** For a sweep that needs nothing but cores. */
  public SparkRequest(String name, @Nullable String master) {
    this(name, master, List.of(), Resources.none());
  }
}
