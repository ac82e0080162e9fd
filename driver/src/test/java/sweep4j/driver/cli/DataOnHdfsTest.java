package sweep4j.driver.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.config.SweepFileReader;
import sweep4j.driver.hadoop.HadoopFiles;
import sweep4j.driver.hadoop.HadoopStorage;
import sweep4j.driver.hadoop.MiniHdfs;
import sweep4j.driver.hadoop.ObjectStore;
import sweep4j.driver.spark.ExecutorProcesses;
import sweep4j.driver.study.RunFolder;
import sweep4j.worker.data.DataLoader;
import sweep4j.worker.data.PreparedData;

/** Sweeps of which nothing lies on the machine of the driver. */
@Timeout(600)
class DataOnHdfsTest {

  private static final String CLASS_OF_STORE = "fs.objects.impl";

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init") // before all tests
  private static MiniHdfs hdfs;

  @BeforeAll
  static void start() throws Exception {
    hdfs = new MiniHdfs(folder.resolve("hdfs"));
    // Of this process; executors have the user's settings from the driver.
    SparkHadoopUtil.get().conf().set(CLASS_OF_STORE, ObjectStore.class.getName());
  }

  @AfterAll
  static void stop() {
    hdfs.close();
  }

  /** Each reader opens, lists and seeks in its own way. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "csv      | {path: table.csv}",
        "csv      | {path: table.csv.gz}",
        "csv      | {path: several}",
        "parquet  | {path: table.parquet}",
        "libsvm   | {path: rows.libsvm}",
        "idx      | {images: images.idx, labels: labels.idx}",
        "images   | {path: images}",
      })
  void everyFormatIsTheSameFromHdfs(String base, String files, @TempDir Path local)
      throws Exception {
    SoundInput.make(base, local);
    if (base.equals("csv")) {
      Path table = local.resolve("table.csv");
      Files.write(local.resolve("table.csv.gz"), Made.gzip(Files.readAllBytes(table)));
      Files.createDirectories(local.resolve("several"));
      Files.copy(table, local.resolve("several/a.csv"));
      Files.copy(table, local.resolve("several/b.csv"));
    }
    String there = hdfs.uri() + "/formats/" + local.getFileName();
    upload(local, there);

    PreparedData here = load(local, files, "");
    PreparedData read = load(local, files, there + "/");

    assertThat(read.contentHash()).isEqualTo(here.contentHash());
    assertThat(read.training().rows()).isEqualTo(here.training().rows());
  }

  private static PreparedData load(Path local, String files, String prefix) throws Exception {
    List<String> overrides = new ArrayList<>();
    for (String entry : files.substring(1, files.length() - 1).split(", ", -1)) {
      String[] keyAndFile = entry.split(": ", -1);
      overrides.add(
          "data.%s=%s%s"
              .formatted(keyAndFile[0], prefix.isEmpty() ? local + "/" : prefix, keyAndFile[1]));
    }
    SweepDefinition sweep = SweepFileReader.read(local.resolve(BadCase.SWEEP), overrides);
    return DataLoader.load(sweep.data(), sweep.seed(), HadoopFiles.opener());
  }

  private static void upload(Path from, String to) throws Exception {
    try (var system = FileSystem.newInstance(hdfs.uri(), new Configuration())) {
      system.mkdirs(new org.apache.hadoop.fs.Path(to).getParent());
      system.copyFromLocalFile(
          new org.apache.hadoop.fs.Path(from.toUri()), new org.apache.hadoop.fs.Path(to));
    }
  }

  /** Wherever data, run and checkpoints lie, and whoever reads them, the answer is the same. */
  @Test
  void aRunOfWhichAllLiesElsewhereHasTheLeaderboardOfALocalOne(@TempDir Path own) throws Exception {
    Example example = Example.in(own);
    upload(example.table(), hdfs.uri() + "/data/table.csv");
    Path bucket = Files.createDirectories(own.resolve("bucket"));
    Files.copy(example.table(), bucket.resolve("table.csv"));
    String objects = "objects://bucket" + bucket;
    Path local = own.resolve("local");
    assertThat(run(example, example.table().toString(), local.toString(), "local[2]").status())
        .isZero();
    List<Map<String, String>> rows = Rows.of(new RunFolder(local));

    try (var processes = new ExecutorProcesses()) {
      processes.set("spark.hadoop." + CLASS_OF_STORE, ObjectStore.class.getName());
      String out = hdfs.uri() + "/runs/elsewhere";
      Terminal onHdfs = run(example, hdfs.uri() + "/data/table.csv", out, ExecutorProcesses.MASTER);
      assertThat(onHdfs.status()).as(onHdfs.err()).isZero();
      assertThat(onHdfs.out()).contains("read by each executor");
      var run = new RunFolder(HadoopStorage.at(out));
      assertThat(Rows.of(run)).isEqualTo(rows);
      assertThat(journal(run)).as("checkpoints were left in it").contains("\"checkpoint_sha256\"");
      assertThat(run.storage().read("best/model.zip"))
          .isEqualTo(Files.readAllBytes(local.resolve("best/model.zip")));

      String store = objects + "/runs/elsewhere";
      Terminal inStore = run(example, objects + "/table.csv", store, ExecutorProcesses.MASTER);
      assertThat(inStore.status()).as(inStore.err()).isZero();
      assertThat(Rows.of(new RunFolder(HadoopStorage.at(store)))).isEqualTo(rows);
    }
  }

  private static String journal(RunFolder run) throws IOException {
    var text = new StringBuilder();
    for (String file : run.journal().files()) {
      text.append(new String(run.storage().read(file), UTF_8));
    }
    return text.toString();
  }

  private static Terminal run(Example example, String data, String out, String master) {
    return Terminal.run(
        Stream.of(
                "run",
                example.sweep().toString(),
                "--master",
                master,
                "--out",
                out,
                "--set",
                "data.path=" + data,
                "--set",
                "data.delivery=read",
                "--set",
                "search={method: random, max_trials: 13, pruner: hyperband}",
                "--set",
                "parameters.learning_rate={distribution: log_uniform, min: 1e-3, max: 1e-1}",
                "--set",
                "training={early_stopping: none, max_epochs: 9}")
            .toArray(String[]::new));
  }
}
