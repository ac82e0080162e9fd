package sweep4j.driver.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sweep4j.driver.config.Locations;
import sweep4j.driver.config.Lookups;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.export.ExportedSweep;
import sweep4j.driver.export.JsonExport;
import sweep4j.driver.export.MlflowExport;
import sweep4j.driver.export.OptunaExport;
import sweep4j.driver.export.ParquetExport;
import sweep4j.driver.standings.Standings;
import sweep4j.driver.study.JournalReader;
import sweep4j.driver.study.Storage;

/** Writes a leaderboard in the form of another tool. */
@Command(
    name = "export",
    description = {
      "Write the trials of a run for another tool, from its journal, also while it goes on.",
      "parquet: a table with types. json: one document, with learning curves. optuna: a study in the journal of its file storage. mlflow: an experiment in a folder of its file store."
    },
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  @Mixin private RunArgument run = new RunArgument();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description = "parquet, json, optuna or mlflow.")
  private ExportFormat format = ExportFormat.JSON;

  @Option(
      names = "--out",
      paramLabel = "PATH",
      description =
          "File to write; for mlflow a folder, to which the run is added. Default: in the run's folder.")
  private @Nullable String out;

  @Option(names = "--force", description = "Replace what is there.")
  private boolean force;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Path to = place();
    StoredRun stored = run.read(Lookups.none());
    ExportedSweep sweep = exported(stored);
    checkFree(to, sweep);
    int trials;
    if (format == ExportFormat.MLFLOW) {
      trials = writeFolder(sweep, to);
    } else {
      trials = OutFile.at(to, true).write(out -> write(sweep, out));
    }
    var terminal = Objects.requireNonNull(spec).commandLine().getOut();
    terminal.println("%s (%d trials): %s".formatted(format.key(), trials, to));
    terminal.println("open it by: " + format.opening(to, sweep.name()));
    terminal.flush();
    return ExitStatus.SUCCESS;
  }

  private ExportedSweep exported(StoredRun stored) {
    SweepDefinition sweep = stored.sweep();
    JournalReader.Content journal = stored.journal();
    String location = stored.folder().location();
    return new ExportedSweep(
        sweep.name(),
        Locations.isUri(location) ? location : Path.of(location).toAbsolutePath().toString(),
        sweep.seed(),
        sweep.data().task(),
        sweep.workload().metric(),
        sweep.searchedSpace(),
        journal.data(),
        journal.dataHash(),
        journal.nativeBuild(),
        Standings.of(sweep, journal.history()).leaderboard(journal.history().ended()));
  }

  private Path place() throws BadInput {
    if (out != null && Locations.isUri(out)) {
      throw new BadInput("--out must be a path of this machine, but got " + out);
    }
    if (out == null && Locations.isUri(run.location())) {
      throw new BadInput(
          "--out is missing: the run is at %s, and a path of this machine is needed"
              .formatted(run.location()));
    }
    return out == null ? Path.of(run.location()).resolve(format.file()) : Path.of(out);
  }

  private void checkFree(Path to, ExportedSweep sweep) throws BadInput, IOException {
    if (format == ExportFormat.MLFLOW && Files.exists(to) && !Files.isDirectory(to)) {
      throw new BadInput("--out must be a folder for mlflow, but %s is a file".formatted(to));
    }
    if (format != ExportFormat.MLFLOW) {
      OutFile.at(to, true);
    }
    OutFile.checkFolder(to);
    Path made = format == ExportFormat.MLFLOW ? MlflowExport.folder(sweep, to) : to;
    if (Files.exists(made) && !force) {
      throw new BadInput(
          made + " is there already: name another place with --out, or replace it with --force");
    }
  }

  /** Writes the file, and returns how many trials are in it. */
  private int write(ExportedSweep sweep, OutputStream out) throws IOException {
    switch (format) {
      case PARQUET -> ParquetExport.write(sweep, out);
      case JSON -> JsonExport.write(sweep, out);
      default -> OptunaExport.write(sweep, out);
    }
    return sweep.leaderboard().rows().size();
  }

  private static int writeFolder(ExportedSweep sweep, Path to) throws BadInput, IOException {
    try {
      Files.createDirectories(to);
    } catch (IOException e) {
      throw OutFile.unwritable(to, e);
    }
    try {
      deleteFolder(MlflowExport.folder(sweep, to));
      MlflowExport.write(sweep, to);
    } catch (IOException e) {
      throw Storage.unwritable(to.toString(), e);
    }
    return sweep.leaderboard().rows().size();
  }

  private static void deleteFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walked = Files.walk(folder)) {
      all = walked.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
