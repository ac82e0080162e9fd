package sweep4j.driver.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Lets the executors of {@code local-cluster} be processes that have the classes of the tests,
 * without an installation of Spark.
 */
public final class ExecutorProcesses implements AutoCloseable {

  /** Two executors of one slot. */
  public static final String MASTER = "local-cluster[2,1,1024]";

  private final Map<String, String> settings = new HashMap<>();

  public ExecutorProcesses() throws IOException {
    // Where Spark looks for its jars, which the class path has already.
    Files.createDirectories(Path.of(Objects.requireNonNull(System.getenv("SPARK_HOME")), "jars"));
    set(
        "spark.executor.extraClassPath",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    set("spark.executor.memory", "700m");
  }

  /** Has Spark start with {@code value} for {@code key}, until this is closed. */
  public ExecutorProcesses set(String key, String value) {
    settings.put(key, value);
    System.setProperty(key, value);
    return this;
  }

  @Override
  public void close() {
    settings.keySet().forEach(System::clearProperty);
  }
}
