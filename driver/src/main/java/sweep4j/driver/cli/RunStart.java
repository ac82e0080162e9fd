package sweep4j.driver.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.config.SweepFileWriter;
import sweep4j.driver.study.JournalReader;
import sweep4j.driver.study.RunFolder;
import sweep4j.trial.TrialRecord;
import sweep4j.worker.data.PreparedData;

/**
 * Where a run begins: a fresh folder, or what an earlier run of the same sweep left in one.
 *
 * @param former the earlier run's journal; null for a new run
 */
record RunStart(RunFolder folder, JournalReader.@Nullable Content former) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** Looks at the run's folder, and refuses one that does not fit; writes nothing yet. */
  static RunStart prepare(SweepDefinition sweep, @Nullable Path out, boolean resume)
      throws BadInput, IOException {
    var folder =
        new RunFolder(
            out == null
                ? Path.of(
                    "runs",
                    sweep.name() + "-" + LocalDateTime.now(ZoneId.systemDefault()).format(TIME))
                : out);
    if (!resume) {
      if (folder.isInUse()) {
        throw new BadInput(
            folder.path()
                + " holds a run already: add --resume to go on with it, or choose another --out");
      }
      if (Files.exists(folder.path()) && !Files.isDirectory(folder.path())) {
        throw new BadInput(folder.path() + " is not a folder: choose another --out");
      }
      return new RunStart(folder, null);
    }
    if (!folder.isInUse()) {
      throw new BadInput(
          folder.path() + " holds no run to go on with: leave --resume out to start one");
    }
    if (!Files.exists(folder.sweepFile())) {
      throw new BadInput(
          folder.path()
              + " holds no run to go on with: its sweep.yaml is missing, so nobody can tell of"
              + " which sweep it is");
    }
    refuseAnotherSweep(sweep, folder);
    return new RunStart(folder, JournalReader.read(folder.journal()));
  }

  /** This start, once the data are known to be those of the earlier run. */
  RunStart checkData(PreparedData data) throws BadInput {
    if (former != null && !former.dataHash().equals(data.contentHash())) {
      throw new BadInput(
          folder.path()
              + " was run on other data (their SHA-256 differs): give back the data as they were,"
              + " or start a new run with another --out");
    }
    return this;
  }

  /** Trials that the earlier run has finished. */
  List<TrialRecord> known() {
    return former == null ? List.of() : former.trials();
  }

  private static void refuseAnotherSweep(SweepDefinition sweep, RunFolder folder)
      throws BadInput, IOException {
    List<String> before = Files.readString(folder.sweepFile()).lines().toList();
    List<String> now = SweepFileWriter.write(sweep).lines().toList();
    for (int i = 0; i < Math.max(before.size(), now.size()); i++) {
      String was = i < before.size() ? before.get(i).strip() : "nothing";
      String is = i < now.size() ? now.get(i).strip() : "nothing";
      if (!was.equals(is)) {
        throw new BadInput(
            "%s:%d: the run was of another sweep: there it says '%s', and now '%s'. Undo the change, or start a new run with another --out."
                .formatted(folder.sweepFile(), i + 1, was, is));
      }
    }
  }
}
