package sweep4j.driver.spark;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Starts Spark with what sweep4j needs of it. */
public final class SparkStart {

  private static final String DEFAULT_JAVA_OPTIONS = "spark.executor.defaultJavaOptions";
  private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use\\w*GC\\b");
  private static final String JARS = "spark.jars";
  private static final String PLUGINS = "spark.plugins";

  private SparkStart() {}

  /**
   * Starts Spark as asked for.
   *
   * @throws SparkStartException when Spark cannot be started there
   */
  public static JavaSparkContext start(SparkRequest request) throws SparkStartException {
    return start(settings(request, new ArrayList<>()));
  }

  /**
   * The settings of a Spark as asked for.
   *
   * @param remarks gets a line for each thing that the user should know
   */
  static SparkConf settings(SparkRequest request, List<String> remarks) {
    var conf = new SparkConf().setAppName("sweep4j " + request.name());
    String master = request.master();
    if (master != null) {
      conf.setMaster(master);
    } else {
      conf.setIfMissing("spark.master", "local[*]");
    }
    OneMachine.keepToItself(conf, System.getenv());
    if (OneMachine.isInThisJvm(conf.get("spark.master"))) {
      // Its executor is this process, which Spark would take for dead once a clock is set forward.
      conf.setIfMissing("spark.storage.blockManagerHeartbeatTimeoutMs", "36500d");
      // They tell how far trials are, and within a process they cost nothing.
      conf.setIfMissing("spark.executor.heartbeatInterval", "1s");
    } else {
      // spark-submit has named the jar already.
      conf.setIfMissing(JARS, String.join(",", JavaSparkContext.jarOfClass(SparkStart.class)));
      add(conf, PLUGINS, List.of(SweepPlugin.class.getName()));
    }
    add(conf, JARS, request.jars());
    // OpenMP reads it when it is loaded, before any code of ours can speak to it.
    conf.setExecutorEnv("OMP_NUM_THREADS", "1");
    addCollector(conf);
    // A lost trial goes back to the study, which counts and journals its attempts.
    conf.set("spark.task.maxFailures", "1");
    conf.setIfMissing("spark.ui.showConsoleProgress", "false");
    GpuSettings.apply(conf, request.resources(), remarks);
    return conf;
  }

  /** Starts Spark with these {@link #settings}. */
  static JavaSparkContext start(SparkConf conf) throws SparkStartException {
    var spark = context(conf);
    spark.setLogLevel("ERROR");
    return spark;
  }

  /** The collector with the least work beside native training threads, if none was chosen. */
  private static void addCollector(SparkConf conf) {
    String chosen =
        conf.get("spark.executor.extraJavaOptions", "") + conf.get(DEFAULT_JAVA_OPTIONS, "");
    if (!COLLECTOR.matcher(chosen).find()) {
      conf.set(
          DEFAULT_JAVA_OPTIONS,
          (conf.get(DEFAULT_JAVA_OPTIONS, "") + " -XX:+UseParallelGC").strip());
    }
  }

  /** Adds {@code more} to a setting that is a list. */
  private static void add(SparkConf conf, String key, List<String> more) {
    if (!more.isEmpty()) {
      conf.set(
          key,
          Stream.concat(Stream.of(conf.get(key, "").split(",", -1)), more.stream())
              .map(String::strip)
              .filter(each -> !each.isEmpty())
              .distinct()
              .collect(joining(",")));
    }
  }

  private static JavaSparkContext context(SparkConf conf) throws SparkStartException {
    try {
      return new JavaSparkContext(conf);
    } catch (Exception e) {
      // The compiler cannot know that the constructor throws Scala's unchecked SparkException.
      throw new SparkStartException(
          "Spark does not start with master '%s': %s"
              .formatted(conf.get("spark.master"), e.getMessage()),
          e);
    }
  }
}
