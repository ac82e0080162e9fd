package sweep4j.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.EarlyStopping;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Metric;
import sweep4j.trial.ModelType;
import sweep4j.trial.ModelType.Resnet.Block;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Flag;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;
import sweep4j.trial.Tunable;
import sweep4j.trial.Workload;
import sweep4j.worker.data.DataException;
import sweep4j.worker.data.DataLoader;
import sweep4j.worker.data.ImageShape;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.data.SourceOpener;
import sweep4j.worker.training.TrialRunner;

/**
 * Trains many networks of different kinds in one process, two at a time, and prints its memory as
 * it goes: {@code Soak CSV TRIALS}. To be run with a heap that is touched beforehand, so that
 * resident memory grows by native memory only.
 */
public final class Soak {
  private static final int THREADS = 2;
  private static final int EVERY = 25;

  /** A network to train: 5 epochs of 1,258 rows. */
  private record Kind(ModelType type, Map<Tunable, ParameterValue> values) {}

  private static final List<Kind> KINDS =
      List.of(
          mlp(
              Map.of(
                  Hyperparameter.HIDDEN_UNITS,
                  widths(128, 64),
                  Hyperparameter.DROPOUT,
                  new Real(0.3),
                  Hyperparameter.LAMBDA,
                  new Real(1e-4))),
          mlp(
              Map.of(
                  Hyperparameter.BATCH_NORM,
                  new Flag(true),
                  Hyperparameter.UPDATER,
                  new Text("nesterovs"),
                  Hyperparameter.BATCH_SIZE,
                  new Whole(64))),
          mlp(
              Map.of(
                  Hyperparameter.MAX_NORM,
                  new Real(2.0),
                  Hyperparameter.WEIGHT_NOISE,
                  new Real(0.01),
                  Hyperparameter.INPUT_NOISE,
                  new Real(0.1),
                  Hyperparameter.GRADIENT_CLIP_NORM,
                  new Real(1.0))),
          new Kind(
              new ModelType.Cnn(),
              Map.of(Hyperparameter.FILTERS, widths(8, 16), Hyperparameter.DROPOUT, new Real(0.2))),
          new Kind(
              new ModelType.Cnn(),
              Map.of(
                  Hyperparameter.FILTERS,
                  widths(8),
                  Hyperparameter.BATCH_NORM,
                  new Flag(true),
                  Hyperparameter.AUGMENT_SHIFT,
                  new Real(0.1))),
          new Kind(new ModelType.Resnet(Block.DENSE), Map.of()),
          new Kind(
              new ModelType.Resnet(Block.CONVOLUTIONAL),
              Map.of(
                  Hyperparameter.FILTERS, widths(8), Hyperparameter.BATCH_NORM, new Flag(true))));

  private static Kind mlp(Map<Tunable, ParameterValue> values) {
    return new Kind(new ModelType.Mlp(), values);
  }

  private static Widths widths(Integer... widths) {
    return new Widths(List.of(widths));
  }

  private final PreparedData data;

  private Soak(PreparedData data) {
    this.data = data;
  }

  public static void main(String[] arguments) throws Exception {
    new Soak(digits(arguments[0])).run(Integer.parseInt(arguments[1]));
  }

  /** Of 8 by 8 pixels, which a table does not tell. */
  private static PreparedData digits(String path) throws DataException {
    PreparedData table =
        DataLoader.load(
            new DataSettings(
                new DataSource.Csv(path, "label"),
                Task.CLASSIFICATION,
                new HeldOut.Share(0.15),
                new HeldOut.Share(0.15),
                Scale.STANDARDIZE),
            1,
            SourceOpener.local());
    return new PreparedData(
        table.task(),
        table.featureNames(),
        table.classNames(),
        new ImageShape(8, 8, 1),
        table.scaling(),
        table.training(),
        table.validation(),
        table.test(),
        table.table(),
        table.contentHash(),
        table.remarks());
  }

  private void run(int trials) throws Exception {
    System.out.println("| trials | resident MiB | heap in use MiB |");
    System.out.println("| ------ | ------------ | --------------- |");
    var threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (int first = 0; first < trials; first += EVERY) {
        int end = Math.min(trials, first + EVERY);
        List<Callable<TrialResult>> tasks =
            IntStream.range(first, end)
                .<Callable<TrialResult>>mapToObj(trial -> () -> train(trial))
                .toList();
        for (var result : threads.invokeAll(tasks)) {
          if (result.get().state() != TrialState.COMPLETED) {
            throw new IllegalStateException("a trial did not complete: " + result.get());
          }
        }
        print(end);
      }
    } finally {
      threads.shutdown();
    }
  }

  private TrialResult train(int trial) {
    Kind kind = KINDS.get(trial % KINDS.size());
    var workload =
        new Workload(
            kind.type(),
            Hyperparameters.defaults(),
            5,
            EarlyStopping.never(),
            Metric.VALIDATION_LOSS);
    var request = new TrialRequest(trial, 1, trial + 1L, new Hyperparameters(kind.values()));
    return new TrialRunner(data, workload, "here").run(request, 0).result();
  }

  private static void print(int trials) throws IOException {
    // What is free must not count, and what finalizers and reference queues free comes a little
    // later.
    for (int i = 0; i < 3; i++) {
      System.gc();
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted", e);
      }
    }
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    System.out.printf(
        Locale.ROOT, "| %6d | %12.1f | %15.1f |%n", trials, resident() / 1024.0, heap / 1048576.0);
  }

  /** In KiB. */
  private static long resident() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    }
  }
}
