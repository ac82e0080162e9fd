package sweep4j.driver.spark;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import sweep4j.driver.hadoop.HadoopFiles;
import sweep4j.driver.hadoop.MiniHdfs;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.Delivery;
import sweep4j.trial.EarlyStopping;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Leg;
import sweep4j.trial.Metric;
import sweep4j.trial.ModelType;
import sweep4j.trial.ParameterValue.Whole;
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

/**
 * Measures what it takes to bring data to executors; see {@code deploy/bench/delivery}. One line of
 * a table for each call.
 */
public final class DeliveryBench {

  private static final int PIXELS = 28 * 28;
  private static final int CSV_COLUMNS = 40;
  private static final int SLOTS = 2;

  private DeliveryBench() {}

  /**
   * {@code idx FOLDER ROWS} and {@code csv FOLDER MEGABYTES} make data; {@code traffic FOLDER
   * DELIVERY TRIALS} trains on a copy of them in HDFS; {@code memory FOLDER WAY MASTER} tells of
   * time and memory.
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "idx" -> makeImages(folder, Integer.parseInt(arguments[2]));
      case "csv" -> makeTable(folder.resolve("table.csv"), Long.parseLong(arguments[2]));
      case "traffic" ->
          traffic(
              folder,
              Delivery.valueOf(arguments[2].toUpperCase(Locale.ROOT)),
              Integer.parseInt(arguments[3]));
      case "memory" ->
          memory(
              folder,
              DeliveryChoice.Way.valueOf(arguments[2].toUpperCase(Locale.ROOT)),
              arguments[3]);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    // HDFS leaves threads behind.
    System.exit(0);
  }

  private static void traffic(Path folder, Delivery delivery, int trials) throws Exception {
    Path own = Files.createTempDirectory(folder, "hdfs");
    try (var hdfs = new MiniHdfs(own);
        var system = FileSystem.newInstance(hdfs.uri(), new Configuration());
        var spark = start(new ExecutorProcesses(), ExecutorProcesses.MASTER)) {
      for (String file : List.of("images", "labels")) {
        system.copyFromLocalFile(
            new org.apache.hadoop.fs.Path(folder.resolve(file).toUri()),
            new org.apache.hadoop.fs.Path("/" + file));
      }
      awaitExecutors(spark);
      SweepData data = load(images(hdfs.uri().toString()), delivery);
      var traffic = new Traffic();
      spark.sc().addSparkListener(traffic);
      DataSupply supply = choice(data, spark).supply(spark, data);
      train(spark, supply, trials);
      spark.sc().listenerBus().waitUntilEmpty();
      double size = Files.size(folder.resolve("images"));
      long all = traffic.sent().values().stream().mapToLong(each -> each).sum();
      boolean read = delivery == Delivery.READ;
      long most = read ? 0 : Collections.max(traffic.sent().values());
      System.out.printf(
          Locale.ROOT,
          "| %-9s | %6d | %8.3f | %8.3f | %9.1f | %9.1f |%n",
          delivery.name().toLowerCase(Locale.ROOT),
          trials,
          hdfs.bytesRead() / size,
          most / size,
          (all - most) / 1024.0 / trials,
          traffic.results() / 1024.0 / trials);
    }
  }

  private static DeliveryChoice choice(SweepData data, JavaSparkContext spark) {
    SparkConf conf = spark.getConf();
    return DeliveryChoice.of(data, conf, Runtime.getRuntime().maxMemory());
  }

  private static void memory(Path folder, DeliveryChoice.Way way, String master) throws Exception {
    boolean images = Files.exists(folder.resolve("images"));
    Path first = folder.resolve(images ? "images" : "table.csv");
    var processes = new ExecutorProcesses().set("spark.executor.memory", "1g");
    try (var spark = start(processes, master)) {
      boolean cluster = !OneMachine.isInThisJvm(master);
      if (cluster) {
        awaitExecutors(spark);
      }
      long begin = System.nanoTime();
      SweepData data = load(images ? images(folder.toString()) : table(folder), Delivery.AUTO);
      double loaded = (System.nanoTime() - begin) / 1e9;
      DataSupply supply = new DeliveryChoice(way, "").supply(spark, data);
      double supplied = (System.nanoTime() - begin) / 1e9;
      List<Integer> tasks = IntStream.range(0, SLOTS).boxed().toList();
      spark.parallelize(tasks, SLOTS).map(new PreflightTask(supply, Resources.none())).collect();
      double there = (System.nanoTime() - begin) / 1e9;
      Heap driver = Heap.now();
      Heap executor =
          spark
              .parallelize(tasks, SLOTS)
              .map(
                  each -> {
                    Heap heap = Heap.now();
                    // So that each executor gets one.
                    TimeUnit.SECONDS.sleep(2);
                    return heap;
                  })
              .reduce(Heap::larger);
      System.out.printf(
          Locale.ROOT,
          "| %-9s | %-9s | %-21s | %6.1f | %6.1f | %6.1f | %6.1f | %7d | %7d | %7s | %7s |%n",
          "%s %d".formatted(images ? "idx" : "csv", Files.size(first) >> 20),
          way.name().toLowerCase(Locale.ROOT),
          master,
          loaded,
          supplied - loaded,
          there - supplied,
          there,
          driver.peak() >> 20,
          driver.held() >> 20,
          cluster ? String.valueOf(executor.peak() >> 20) : "",
          cluster ? String.valueOf(executor.held() >> 20) : "");
      // What is held above is held for the trials.
      if (data.prepared().inputWidth() < 1 || supply.data().inputWidth() < 1) {
        throw new IllegalStateException("no inputs");
      }
    }
  }

  /** Of {@code processes} for the only Spark of this program, so that nobody closes them. */
  private static JavaSparkContext start(ExecutorProcesses processes, String master)
      throws Exception {
    processes.set("spark.ui.enabled", "false");
    return SparkStart.start(new SparkRequest("bench", master));
  }

  private static void awaitExecutors(JavaSparkContext spark) throws InterruptedException {
    while (spark.sc().getExecutorMemoryStatus().size() < 1 + SLOTS) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static void train(JavaSparkContext spark, DataSupply supply, int trials)
      throws Exception {
    // Both executors have a part in it, as in a longer sweep.
    spark
        .parallelize(IntStream.range(0, SLOTS).boxed().toList(), SLOTS)
        .map(new PreflightTask(supply, Resources.none()))
        .collect();
    var workload =
        new Workload(
            new ModelType.Mlp(),
            Hyperparameters.defaults()
                .with(Hyperparameter.HIDDEN_UNITS, new Widths(List.of(2)))
                .with(Hyperparameter.BATCH_SIZE, new Whole(1024)),
            1,
            EarlyStopping.never(),
            Metric.VALIDATION_LOSS);
    var training = new Training(supply, spark.broadcast(workload), null);
    try (var jobs = new TrialJobs(spark, training)) {
      var begun = new ArrayList<CompletableFuture<TrialOutcome>>();
      for (int trial = 0; trial < trials; trial++) {
        var request = new TrialRequest(trial, 1, trial, Hyperparameters.defaults());
        begun.add(jobs.submit(new Leg(request, 0, 1), null, Double.NEGATIVE_INFINITY));
      }
      for (CompletableFuture<TrialOutcome> each : begun) {
        if (each.get().result().state() != TrialState.COMPLETED) {
          throw new IllegalStateException(each.get().result().error());
        }
      }
    }
  }

  private static DataSource images(String folder) {
    return new DataSource.Idx(folder + "/images", folder + "/labels");
  }

  private static DataSource table(Path folder) {
    return new DataSource.Csv(folder.resolve("table.csv").toString(), "label");
  }

  private static SweepData load(DataSource source, Delivery delivery) throws Exception {
    var settings =
        new DataSettings(
            source,
            Task.CLASSIFICATION,
            new HeldOut.Share(0.15),
            new HeldOut.Share(0.15),
            Scale.MIN_MAX);
    PreparedData data = DataLoader.load(settings, 1, HadoopFiles.opener());
    return new SweepData(data, settings, 1, delivery);
  }

  /** As compressible as MNIST: four pixels of five are black. */
  private static void makeImages(Path folder, int rows) throws IOException {
    var random = new SplittableRandom(1);
    try (var images = out(folder.resolve("images"));
        var labels = out(folder.resolve("labels"))) {
      images.writeInt(0x803);
      images.writeInt(rows);
      images.writeInt(28);
      images.writeInt(28);
      labels.writeInt(0x801);
      labels.writeInt(rows);
      for (int row = 0; row < rows; row++) {
        labels.write(row % 10);
        for (int pixel = 0; pixel < PIXELS; pixel++) {
          boolean ink = pixel / 28 % 5 == 2 && pixel % 28 > 2;
          images.write(ink ? random.nextInt(256) : 0);
        }
      }
    }
  }

  private static DataOutputStream out(Path file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20));
  }

  private static void makeTable(Path file, long megabytes) throws IOException {
    var random = new SplittableRandom(1);
    var line = new StringBuilder();
    try (var out = out(file)) {
      for (int column = 0; column < CSV_COLUMNS; column++) {
        line.append("c").append(column).append(',');
      }
      line.append("label\n");
      while (out.size() < megabytes * 1_000_000) {
        out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
        line.setLength(0);
        for (int column = 0; column < CSV_COLUMNS; column++) {
          line.append((float) (random.nextDouble() * 200 - 100)).append(',');
        }
        line.append(random.nextInt(10)).append('\n');
      }
    }
  }
}
