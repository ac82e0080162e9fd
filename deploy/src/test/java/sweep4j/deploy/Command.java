package sweep4j.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The finished program, run as its user runs it: a process of its own. */
final class Command {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path SPARK = ROOT.resolve("deploy/target/spark");
  private static final int TIMEOUT_MINUTES = 10;

  /** Has Spark wait until all executors are there, or short trials may never see the second. */
  private static final String ALL_EXECUTORS = "spark.scheduler.minRegisteredResourcesRatio=1.0";

  /** What a process left. */
  record Ended(int status, String out, String err) {}

  private Command() {}

  /** {@code deploy/sweep} with these arguments. */
  static ProcessBuilder launcher(String... arguments) {
    // A shell in the background has its children ignore Ctrl-C, which Java would inherit.
    var command =
        new ArrayList<>(
            List.of("env", "--default-signal=INT", ROOT.resolve("deploy/sweep").toString()));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).directory(ROOT.toFile());
    // As on a machine without a Spark installation.
    process.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
    process.environment().put("SWEEP_JAVA_OPTIONS", "-D" + ALL_EXECUTORS);
    return process;
  }

  /** {@code spark-submit} of a Spark that is nothing but a folder of jars. */
  static ProcessBuilder sparkSubmit(String master, String... arguments) {
    return sparkSubmit(List.of("--master", master, "--conf", ALL_EXECUTORS), arguments);
  }

  /** As above, with {@code options} of spark-submit's own. */
  static ProcessBuilder sparkSubmit(List<String> options, String... arguments) {
    var all = new ArrayList<>(options);
    all.addAll(
        List.of(
            "--class",
            "sweep4j.driver.cli.Sweep",
            ROOT.resolve("driver/target/sweep4j-driver.jar").toString()));
    all.addAll(List.of(arguments));
    return spark("org.apache.spark.deploy.SparkSubmit", all);
  }

  /** A program of Spark's. */
  static ProcessBuilder spark(String mainClass, List<String> arguments) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + ROOT.resolve("deploy/jvm.options"),
                "-cp",
                SPARK.resolve("jars") + "/*",
                mainClass));
    command.addAll(arguments);
    var process = new ProcessBuilder(command).directory(ROOT.toFile());
    process.environment().put("SPARK_HOME", SPARK.toString());
    process.environment().put("SPARK_SCALA_VERSION", "2.12");
    process.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    return process;
  }

  /** Runs a process to its end. */
  static Ended run(ProcessBuilder command) throws IOException, InterruptedException {
    Path out = Files.createTempFile("sweep4j-out", ".txt");
    Path err = Files.createTempFile("sweep4j-err", ".txt");
    try {
      Process process = command.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new IOException(
            "still running after " + TIMEOUT_MINUTES + " minutes: " + Files.readString(err));
      }
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
