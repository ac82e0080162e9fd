package sweep4j.driver.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sweep4j.driver.config.Locations;
import sweep4j.driver.config.Lookups;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.config.SweepFileReader;
import sweep4j.driver.draft.DraftText;
import sweep4j.driver.draft.SweepDraft;
import sweep4j.driver.hadoop.HadoopFiles;
import sweep4j.worker.data.DataException;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.data.TableProfile;

/** Drafts a sweep file for a table. */
@Command(
    name = "init",
    description = {
      "Look at a table, and write a commented sweep file for it that runs as it is.",
      "The table is CSV with a header, plain or gzip, or Parquet (*.parquet)."
    },
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DATA.csv", description = "The table, or its URI.")
  private String data = "";

  @Option(
      names = "--out",
      paramLabel = "SWEEP.yaml",
      description = "The file to write. Default: named after the table, in this folder.")
  private @Nullable Path out;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description =
          "The column to predict. Default: one called label, target, class or y; else the last.")
  private @Nullable String label;

  @Option(names = "--force", description = "Replace the file if it is there.")
  private boolean force;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    boolean parquet = data.endsWith(".parquet");
    String name = name();
    Path file = out == null ? Path.of(name + ".yaml") : out;
    checkFile(file);
    SweepDraft draft = draft(parquet);
    String text = DraftText.of(draft, name, pathFrom(file), parquet);
    // As run will read it: what is wrong with the data is said now, and nothing is written.
    SweepDefinition sweep = SweepFileReader.readText(file, text, Lookups.none());
    PreparedData prepared = Data.load(sweep);
    // Without --force nobody's file, even if it came meanwhile.
    OutFile.at(file, force).write(text);
    var terminal = Objects.requireNonNull(spec).commandLine().getOut();
    draft.lines().forEach(terminal::println);
    terminal.println("data: " + Data.inWords(prepared));
    terminal.println("sweep file: " + file);
    terminal.println("next: deploy/sweep run " + shellWord(file.toString()));
    terminal.flush();
    return ExitStatus.SUCCESS;
  }

  private SweepDraft draft(boolean parquet) throws BadInput, DataException {
    TableProfile table = TableProfile.of(data, parquet, HadoopFiles.opener());
    try {
      return SweepDraft.of(table, label);
    } catch (IllegalArgumentException e) {
      throw new BadInput(data + ": " + e.getMessage());
    }
  }

  /** What the table is called, as far as a sweep can be. */
  private String name() {
    String last = data.substring(data.lastIndexOf('/') + 1);
    String stem = last.replaceFirst("(?i)(\\.(csv|txt|tsv|parquet))?(\\.gz)?$", "");
    String name = stem.replaceAll("[^A-Za-z0-9_-]+", "-").replaceFirst("^-+", "");
    return name.isEmpty() ? "sweep" : name.substring(0, Math.min(100, name.length()));
  }

  /** The table as seen from the sweep file, so that both can be moved together. */
  private String pathFrom(Path file) {
    if (Locations.isUri(data)) {
      return data;
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    Path table = Path.of(data).toAbsolutePath().normalize();
    return folder == null || !Objects.equals(folder.getRoot(), table.getRoot())
        ? table.toString()
        : folder.relativize(table).toString();
  }

  private void checkFile(Path file) throws BadInput, IOException {
    OutFile.at(file, force);
    if (Files.exists(file) && !force) {
      throw new BadInput(
          file + " is there already: name another with --out, or replace it with --force");
    }
  }

  /** In quotes if a shell would take it for several. */
  private static String shellWord(String text) {
    return text.matches("[A-Za-z0-9_./+:@%-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
