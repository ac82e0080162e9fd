package sweep4j.driver.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.driver.hadoop.HadoopFiles;
import sweep4j.driver.hadoop.MiniHdfs;
import sweep4j.driver.study.UnfitExecutorException;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.Delivery;
import sweep4j.trial.EarlyStopping;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Leg;
import sweep4j.trial.Limits;
import sweep4j.trial.Metric;
import sweep4j.trial.ModelType;
import sweep4j.trial.ParameterValue.Widths;
import sweep4j.trial.Resources;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialState;
import sweep4j.trial.Workload;
import sweep4j.worker.data.DataLoader;
import sweep4j.worker.data.PreparedData;

/** Data of trials in two executor processes, and each byte that they cost. */
@Timeout(300)
class DataOnClusterTest {

  private static final int TRIALS = 24;
  private static final int EXECUTORS = 2;
  private static final long SEED = 5;

  private static final int ROWS = 2000;
  private static final int PIXELS = 28 * 28;
  private static final int SIZE = ROWS * PIXELS;

  /** More than a trial is: its task, its configuration and its result. */
  private static final int BYTES_PER_TRIAL = 32 << 10;

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init") // before all tests
  private static ExecutorProcesses processes;

  @SuppressWarnings("NullAway.Init") // before all tests
  private static JavaSparkContext spark;

  @BeforeAll
  static void start() throws Exception {
    processes = new ExecutorProcesses();
    spark = SparkStart.start(new SparkRequest("test", ExecutorProcesses.MASTER));
    // Else the first executor could do everything before the second is there.
    while (spark.sc().getExecutorMemoryStatus().size() < 1 + EXECUTORS) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  @AfterAll
  static void stop() {
    spark.close();
    processes.close();
  }

  /** Data that came with each trial would cost a sweep more than its training. */
  @Test
  void dataThatAreReadCrossTheNetworkOnceForEachProcess() throws Exception {
    writeImages(folder);
    try (var hdfs = new MiniHdfs(folder.resolve("hdfs"));
        var system = FileSystem.newInstance(hdfs.uri(), new Configuration())) {
      var data = new org.apache.hadoop.fs.Path(hdfs.uri() + "/data");
      system.mkdirs(data);
      for (String file : List.of("images", "labels")) {
        system.copyFromLocalFile(new org.apache.hadoop.fs.Path(folder.resolve(file).toUri()), data);
      }
      SweepData read = load(images(data.toString()), Delivery.READ);
      var traffic = new Traffic();

      List<TrialOutcome> outcomes = train(read, traffic);

      // With the checksums of HDFS, four bytes for each 512.
      assertThat(hdfs.bytesRead())
          .isBetween((1L + EXECUTORS) * SIZE, (long) ((1 + EXECUTORS) * SIZE * 1.02));
      assertThat(sum(traffic)).isLessThan(TRIALS * BYTES_PER_TRIAL);
      assertThat(results(outcomes))
          .isEqualTo(
              results(train(load(images(folder.toString()), Delivery.BROADCAST), new Traffic())));
    }
  }

  @Test
  void dataThatAreSentCrossTheNetworkOnceForEachProcess() throws Exception {
    writeImages(folder);
    var traffic = new Traffic();

    train(load(images(folder.toString()), Delivery.BROADCAST), traffic);

    // Noise, which cannot be compressed.
    long most = Collections.max(traffic.sent().values());
    assertThat(most).isBetween((long) EXECUTORS * SIZE, (long) (EXECUTORS * SIZE * 1.02));
    assertThat(sum(traffic) - most).isLessThan(TRIALS * BYTES_PER_TRIAL);
    assertThat(traffic.results()).isLessThan(TRIALS * BYTES_PER_TRIAL);
  }

  /** Of a machine without the shared folder the user must hear, and not of a trial. */
  @Test
  void whereAFileIsMissingThePreflightSaysSo() throws Exception {
    Path table = Files.copy(Path.of("../sweeps/data/digits.csv"), folder.resolve("missing.csv"));
    DataSupply supply = supply(load(table(table), Delivery.READ));
    Path away = Files.move(table, folder.resolve("away.csv"));
    var lost = new LostExecutors(spark, 1);
    Runnable preflight =
        () ->
            lost.outlast(
                () ->
                    spark
                        .parallelize(List.of(0), 1)
                        .map(new PreflightTask(supply, Resources.none()))
                        .collect());

    assertThatThrownBy(preflight::run)
        .isInstanceOf(UnfitExecutorException.class)
        .hasMessageMatching(
            "executor [01] on [^ ]+ cannot read the data: "
                + table
                + ": it does not exist. Check the path. Make them readable there under the same"
                + " name, put them where every machine reads them \\(such as hdfs:// or s3a://\\),"
                + " or set data.delivery: broadcast");
    try (var jobs = new TrialJobs(spark, training(supply))) {
      // An executor that comes late has its preflight in its first trial.
      assertThatThrownBy(() -> jobs.submit(leg(0), null, Double.NEGATIVE_INFINITY).get())
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(UnfitExecutorException.class);
      Files.move(away, table);
      assertThat(jobs.submit(leg(0), null, Double.NEGATIVE_INFINITY).get().result().state())
          .isEqualTo(TrialState.COMPLETED);
    }
  }

  /** Two executors with different data would rank trials by where they ran. */
  @Test
  void aFileThatIsNotTheDriversIsRefused() throws Exception {
    Path table = Files.copy(Path.of("../sweeps/data/digits.csv"), folder.resolve("changed.csv"));
    DataSupply supply = supply(load(table(table), Delivery.READ));
    List<String> lines = new ArrayList<>(Files.readAllLines(table));
    Collections.swap(lines, 1, 2);
    Files.write(table, lines);

    assertThatThrownBy(
            () ->
                new LostExecutors(spark, 1)
                    .outlast(
                        () ->
                            spark
                                .parallelize(List.of(0), 1)
                                .map(new PreflightTask(supply, Resources.none()))
                                .collect()))
        .isInstanceOf(UnfitExecutorException.class)
        .hasMessageContaining(
            " has read other data from %s than the driver (their SHA-256 differs)"
                .formatted(table));
  }

  private static DataSupply supply(SweepData data) {
    return DeliveryChoice.of(data, spark.getConf(), Runtime.getRuntime().maxMemory())
        .supply(spark, data);
  }

  private static Training training(DataSupply supply) {
    var workload =
        new Workload(
            new ModelType.Mlp(),
            Hyperparameters.defaults().with(Hyperparameter.HIDDEN_UNITS, new Widths(List.of(2))),
            1,
            EarlyStopping.never(),
            Metric.VALIDATION_LOSS);
    return new Training(supply, spark.broadcast(workload), Limits.usual().trialTimeout());
  }

  /** Trains all trials, and counts what they cost. */
  private static List<TrialOutcome> train(SweepData data, Traffic traffic) throws Exception {
    spark.sc().addSparkListener(traffic);
    try (var jobs = new TrialJobs(spark, training(supply(data)))) {
      List<CompletableFuture<TrialOutcome>> begun =
          IntStream.range(0, TRIALS)
              .mapToObj(trial -> jobs.submit(leg(trial), null, Double.NEGATIVE_INFINITY))
              .toList();
      var outcomes = new ArrayList<TrialOutcome>();
      for (CompletableFuture<TrialOutcome> each : begun) {
        outcomes.add(each.get());
      }
      assertThat(outcomes).allMatch(each -> each.result().state() == TrialState.COMPLETED);
      Set<String> executors =
          outcomes.stream().map(each -> each.result().executor()).collect(Collectors.toSet());
      assertThat(executors).as("both have asked for the data").hasSize(EXECUTORS);
      spark.sc().listenerBus().waitUntilEmpty();
      return outcomes;
    } finally {
      spark.sc().removeSparkListener(traffic);
    }
  }

  private static List<Object> results(List<TrialOutcome> outcomes) {
    return outcomes.stream()
        .<Object>map(each -> List.of(each.result().measurement(), each.result().curve()))
        .toList();
  }

  private static long sum(Traffic traffic) {
    return traffic.sent().values().stream().mapToLong(each -> each).sum();
  }

  private static Leg leg(int trial) {
    return new Leg(new TrialRequest(trial, 1, trial, new Hyperparameters(Map.of())), 0, 1);
  }

  private static SweepData load(DataSource source, Delivery delivery) throws Exception {
    var settings =
        new DataSettings(
            source,
            Task.CLASSIFICATION,
            new HeldOut.Share(0.2),
            new HeldOut.Share(0.1),
            Scale.MIN_MAX);
    PreparedData data = DataLoader.load(settings, SEED, HadoopFiles.opener());
    return new SweepData(data, settings, SEED, delivery);
  }

  private static DataSource table(Path file) {
    return new DataSource.Csv(file.toString(), "label");
  }

  private static DataSource images(String folder) {
    return new DataSource.Idx(folder + "/images", folder + "/labels");
  }

  private static void writeImages(Path folder) throws IOException {
    var random = new SplittableRandom(1);
    var images = ByteBuffer.allocate(4 * Integer.BYTES + SIZE);
    images.putInt(0x803).putInt(ROWS).putInt(28).putInt(28);
    for (int i = 0; i < SIZE; i++) {
      images.put((byte) random.nextInt());
    }
    Files.write(folder.resolve("images"), images.array());
    var labels = ByteBuffer.allocate(2 * Integer.BYTES + ROWS);
    labels.putInt(0x801).putInt(ROWS);
    for (int i = 0; i < ROWS; i++) {
      labels.put((byte) (i % 10));
    }
    Files.write(folder.resolve("labels"), labels.array());
  }
}
