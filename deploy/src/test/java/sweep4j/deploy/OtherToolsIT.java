package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.trial.TrialRecord;

/**
 * The leaderboard and its exports, read by the tools that they are for, value for value. A format
 * that only our own code reads is none. A tool that is not installed is skipped, and named.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherToolsIT {

  private static final Path SCRIPTS = Command.ROOT.resolve("deploy/src/test/resources/other-tools");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private Path folder = Path.of("");
  private ExportedRun run = new ExportedRun(Path.of(""), List.of());

  @BeforeAll
  void makeRun(@TempDir Path temporary) throws Exception {
    folder = temporary;
    run = ExportedRun.make(temporary.resolve("a run"));
  }

  private Path export(String format) throws IOException, InterruptedException {
    Path out = folder.resolve("exported-" + format);
    Command.Ended ended =
        Command.run(
            Command.launcher(
                "export",
                run.path().toString(),
                "--format",
                format,
                "--out",
                out.toString(),
                // Another test may have exported it.
                "--force"));
    assertThat(ended.err()).isEmpty();
    assertThat(ended.status()).isZero();
    return out;
  }

  private String csv() {
    return run.path().resolve("leaderboard.csv").toString();
  }

  @Test
  void pandasReadsTheLeaderboard() throws Exception {
    String python = pythonWith("pandas");

    same(read(python, "read_pandas.py", "csv", csv()), run.byRow(), 0);
  }

  @Test
  void rReadsTheLeaderboard() throws Exception {
    assumeTrue(isThere("Rscript"), "skipped: no Rscript (Debian's package r-base-core)");

    // R's own parser of numbers is right up to the last digits.
    same(read("Rscript", "read.R", csv()), run.byRow(), 4e-16);
  }

  /** What its cells hold, whatever they show. */
  @Test
  void aSpreadsheetReadsTheLeaderboard() throws Exception {
    assumeTrue(isThere("soffice"), "skipped: no soffice (Debian's package libreoffice-calc-nogui)");
    Command.Ended ended =
        Command.run(
            new ProcessBuilder(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--infilter=CSV:44,34,76,1,,1033",
                "--convert-to",
                "fods",
                "--outdir",
                folder.toString(),
                csv()));
    assertThat(ended.status()).as(ended.err()).isZero();

    Map<String, Map<String, String>> read =
        FlatSpreadsheet.cells(folder.resolve("leaderboard.fods"));

    Map<String, Map<String, String>> expected = run.byRow();
    for (Map<String, Map<String, String>> each : List.of(read, expected)) {
      // It makes dates of times in its own way, and keeps 15 digits of whole numbers.
      each.values().forEach(row -> row.keySet().removeAll(Set.of("started", "seed")));
    }
    // It reads up to 15 digits, the last of them rounded.
    same(read, expected, 1e-14);
  }

  @Test
  void sparkReadsTheLeaderboard() throws Exception {
    same(readWithSpark("csv", csv()), run.byRow(), 0);
  }

  @Test
  void sparkReadsParquet() throws Exception {
    same(
        readWithSpark("parquet", export("parquet").toString()),
        ExportedRun.unspoiled(run.byRow()),
        0);
  }

  @Test
  void pandasReadsParquet() throws Exception {
    String python = pythonWith("pandas", "pyarrow");

    same(
        read(python, "read_pandas.py", "parquet", export("parquet").toString()),
        ExportedRun.unspoiled(run.byRow()),
        0);
  }

  @Test
  void pandasReadsJson() throws Exception {
    String python = pythonWith("pandas");

    same(
        read(python, "read_pandas.py", "json", export("json").toString()),
        ExportedRun.unspoiled(run.byRow()),
        0);
  }

  @Test
  void optunaReadsTheStudy() throws Exception {
    String python = pythonWith("optuna", "pandas");

    Map<String, Map<String, String>> read =
        read(python, "read_optuna.py", export("optuna").toString(), "other-tools");

    Map<String, Map<String, String>> expected = ExportedRun.unspoiled(run.byTrial());
    for (TrialRecord trial : run.trials()) {
      Map<String, String> row = row(expected, trial);
      putCurve(trial, row);
      row.put("optuna state", optunaState(trial));
      copy(row, "objective", "optuna value");
      copy(row, "started", "optuna start");
    }
    Map<String, String> study = read.remove("study");
    read.values().forEach(row -> row.keySet().removeIf(key -> key.startsWith("distribution of ")));
    same(read, expected, 0);
    String best = Rows.of(run.path()).column("trial").get(0);
    assertThat(study).containsEntry("direction", "MINIMIZE").containsEntry("best", best);
  }

  @Test
  void optunaKnowsTheSpace() throws Exception {
    String python = pythonWith("optuna", "pandas");

    Map<String, Map<String, String>> read =
        read(python, "read_optuna.py", export("optuna").toString(), "other-tools");

    var distributions = new TreeMap<String, String>();
    read.values()
        .forEach(
            row ->
                row.forEach(
                    (key, value) -> {
                      if (key.startsWith("distribution of ")) {
                        distributions.put(key.substring(16), value);
                      }
                    }));
    assertThat(distributions)
        .containsEntry(
            "learning_rate", "FloatDistribution(high=0.1, log=True, low=1e-05, step=None)")
        .containsEntry("dropout", "FloatDistribution(high=0.6, log=False, low=0.0, step=0.1)")
        .containsEntry("batch_size", "IntDistribution(high=128, log=True, low=8, step=1)")
        .containsEntry("hidden_layers", "IntDistribution(high=3, log=False, low=1, step=2)")
        .containsEntry("momentum", "FloatDistribution(high=0.99, log=False, low=0.5, step=None)")
        .containsEntry(
            "hidden_units", "CategoricalDistribution(choices=('64x32x16', '128', '16x16x16'))")
        .containsEntry("batch_norm", "CategoricalDistribution(choices=(True, False))")
        .containsEntry("updater", "CategoricalDistribution(choices=('sgd', 'nesterovs', 'adam'))")
        .containsEntry("activation", "CategoricalDistribution(choices=('relu',))")
        .hasEntrySatisfying(
            "lambda",
            text -> assertThat(text).startsWith("CategoricalDistribution(choices=(1e-07, "));
  }

  @Test
  void mlflowReadsTheExperiment() throws Exception {
    String python = pythonWith("mlflow");

    Map<String, Map<String, String>> read =
        read(python, "read_mlflow.py", export("mlflow").toUri().toString());

    Map<String, Map<String, String>> expected = ExportedRun.unspoiled(run.byTrial());
    for (TrialRecord trial : run.trials()) {
      Map<String, String> row = row(expected, trial);
      putCurve(trial, row);
      row.put("mlflow.runName", "trial " + trial.trial());
      row.put("mlflow status", optunaState(trial).equals("FAIL") ? "FAILED" : "FINISHED");
    }
    same(read, expected, 0);
  }

  private static Map<String, String> row(Map<String, Map<String, String>> rows, TrialRecord trial) {
    Map<String, String> row = rows.get(String.valueOf(trial.trial()));
    if (row == null) {
      throw new AssertionError("trial " + trial.trial() + " is not on the leaderboard");
    }
    return row;
  }

  private static void putCurve(TrialRecord trial, Map<String, String> row) {
    List<Double> curve = trial.result().curve();
    for (int epoch = 1; epoch <= curve.size(); epoch++) {
      row.put("epoch " + epoch, String.valueOf(curve.get(epoch - 1)));
    }
  }

  private static void copy(Map<String, String> row, String from, String to) {
    String value = row.get(from);
    if (value != null) {
      row.put(to, value);
    }
  }

  private static String optunaState(TrialRecord trial) {
    return switch (trial.result().state()) {
      case COMPLETED -> "COMPLETE";
      case PRUNED -> "PRUNED";
      default -> "FAIL";
    };
  }

  /** The same cells with the same values. */
  private static void same(
      Map<String, Map<String, String>> read,
      Map<String, Map<String, String>> expected,
      double tolerance) {
    assertThat(read.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
    expected.forEach(
        (row, cells) -> {
          Map<String, String> there = read.getOrDefault(row, Map.of());
          assertThat(there.keySet()).as(row).containsExactlyInAnyOrderElementsOf(cells.keySet());
          cells.forEach(
              (column, cell) ->
                  assertThat(there)
                      .as("row %s", row)
                      .hasEntrySatisfying(
                          column,
                          found ->
                              assertThat(isSame(found, cell, tolerance))
                                  .as("%s: %s for %s", column, found, cell)
                                  .isTrue()));
        });
  }

  private static boolean isSame(String found, String cell, double tolerance) {
    if (NUMBER.matcher(cell).matches() && NUMBER.matcher(found).matches()) {
      if (cell.matches("-?[0-9]+")) {
        return new BigDecimal(found).compareTo(new BigDecimal(cell)) == 0;
      }
      double number = Double.parseDouble(cell);
      return Math.abs(Double.parseDouble(found) - number) <= tolerance * Math.abs(number);
    }
    return cell.equals(found)
        || (Set.of("true", "false").contains(cell) && cell.equalsIgnoreCase(found))
        || (cell.matches("2026-.*Z") && time(found).equals(Instant.parse(cell)));
  }

  /** Tools write the zone in their own way, or leave it out. */
  private static Instant time(String text) {
    String iso = text.replace(' ', 'T');
    try {
      return OffsetDateTime.parse(iso).toInstant();
    } catch (DateTimeParseException e) {
      return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }
  }

  private Map<String, Map<String, String>> readWithSpark(String form, String file)
      throws Exception {
    Path classpath = folder.resolve("spark-sql.txt");
    if (Files.notExists(classpath)) {
      Matcher version =
          Pattern.compile("<spark.version>(.*)</spark.version>")
              .matcher(Files.readString(Command.ROOT.resolve("pom.xml")));
      assertThat(version.find()).isTrue();
      Command.Ended resolved =
          Command.run(
              new ProcessBuilder(
                  "mvn",
                  "-B",
                  "-q",
                  "-f",
                  Command.ROOT.resolve("deploy/bench/spark-sql.xml").toString(),
                  "-Dspark.version=" + version.group(1),
                  "dependency:build-classpath",
                  "-Dmdep.outputFile=" + classpath));
      assumeTrue(resolved.status() == 0, "skipped: Spark SQL cannot be fetched");
    }
    var command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + Command.ROOT.resolve("deploy/jvm.options"),
            "-cp",
            Files.readString(classpath),
            SCRIPTS.resolve("ReadsLeaderboard.java").toString(),
            form,
            file);
    command.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    Command.Ended ended = Command.run(command);
    assertThat(ended.status()).as(ended.err()).isZero();
    return cells(
        ended
            .out()
            .lines()
            .filter(line -> line.startsWith("CELL\t"))
            .map(line -> line.substring(5))
            .toList());
  }

  private Map<String, Map<String, String>> read(String program, String script, String... arguments)
      throws Exception {
    var command = new ArrayList<>(List.of(program, SCRIPTS.resolve(script).toString()));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).directory(folder.toFile());
    // Python would leave its bytecode among the sources.
    process.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    process.environment().put("PYTHONIOENCODING", "utf-8");
    process.environment().put("LC_ALL", "C.UTF-8");
    Command.Ended ended = Command.run(process);
    assertThat(ended.status()).as(ended.err()).isZero();
    return cells(ended.out().lines().toList());
  }

  private static Map<String, Map<String, String>> cells(List<String> lines) {
    var cells = new LinkedHashMap<String, Map<String, String>>();
    for (String line : lines) {
      String[] parts = line.split("\t", 3);
      assertThat(parts).as(line).hasSize(3);
      cells.computeIfAbsent(parts[0], row -> new TreeMap<>()).put(parts[1], unescaped(parts[2]));
    }
    return cells;
  }

  private static String unescaped(String text) {
    return Pattern.compile("\\\\([tn\\\\])")
        .matcher(text)
        .replaceAll(
            found ->
                switch (found.group(1)) {
                  case "t" -> "\t";
                  case "n" -> "\n";
                  default -> "\\\\";
                });
  }

  /** The first Python that has {@code modules}; skips the test if none does. */
  private static String pythonWith(String... modules) throws Exception {
    for (String python : List.of("python3", "/usr/bin/python3")) {
      if (isThere(python, "-c", "import " + String.join(", ", modules))) {
        return python;
      }
    }
    assumeTrue(false, "skipped: no Python with " + String.join(" and ", modules));
    throw new AssertionError("has been skipped");
  }

  private static boolean isThere(String program, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of(program));
    command.addAll(arguments.length == 0 ? List.of("--version") : List.of(arguments));
    try {
      return Command.run(new ProcessBuilder(command)).status() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
