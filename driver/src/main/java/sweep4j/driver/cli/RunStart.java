package sweep4j.driver.cli;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.config.SweepFileWriter;
import sweep4j.driver.search.PruningMethod;
import sweep4j.driver.search.Sampler;
import sweep4j.driver.study.JournalReader;
import sweep4j.driver.study.Replay;
import sweep4j.driver.study.RunFolder;
import sweep4j.trial.TrialRecord;
import sweep4j.worker.data.PreparedData;

/**
 * Where a run begins: a fresh folder, or one with what an earlier run of the same sweep left. The
 * checks write nothing.
 */
record RunStart(RunFolder folder, boolean resume) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** Looks at the folder and refuses one that does not fit. */
  static RunStart of(SweepDefinition sweep, @Nullable String out, boolean resume)
      throws BadInput, IOException {
    if (resume && out == null) {
      throw new BadInput("--resume needs --out DIR: the folder of the run to go on with");
    }
    if (out != null && out.isEmpty()) {
      throw new BadInput("--out must name a folder, but is empty");
    }
    var folder = RunLocation.folder(out == null ? defaultPath(sweep) : out);
    if (resume) {
      refuseNoRun(folder);
      refuseAnotherSweep(sweep, folder);
    } else {
      refuseUsedFolder(folder);
    }
    return new RunStart(folder, resume);
  }

  private static String defaultPath(SweepDefinition sweep) {
    String time = LocalDateTime.now(ZoneId.systemDefault()).format(TIME);
    return "runs/" + sweep.name() + "-" + time;
  }

  /** Makes the folder this process's own, until the claim is closed. */
  RunFolder.Claim claim() throws BadInput {
    return claim(folder, "choose another --out");
  }

  /**
   * As {@link #claim()}, of any folder.
   *
   * @param otherwise what the user can do instead
   */
  static RunFolder.Claim claim(RunFolder folder, String otherwise) throws BadInput {
    Optional<RunFolder.Claim> claim;
    try {
      claim = folder.claim(System.err::println);
    } catch (IOException e) {
      throw new BadInput(
          "%s cannot be made or written to; %s (%s)"
              .formatted(folder.location(), otherwise, OutFile.reason(e)));
    }
    return claim.orElseThrow(
        () ->
            new BadInput(
                "%s is in use by another run: wait for it, or %s"
                    .formatted(folder.location(), otherwise)));
  }

  /** What the earlier run left; null for a new run. Only for the owner of the claim. */
  JournalReader.@Nullable Content former(SweepDefinition sweep, PreparedData data)
      throws BadInput, IOException {
    if (!resume) {
      // Between the first look and the claim, another run may have come and gone.
      refuseUsedFolder(folder);
      return null;
    }
    JournalReader.Content former = RunRecords.journal(folder, sweep);
    String difference = Data.difference(former, data);
    if (difference != null) {
      throw new BadInput(
          "%s %s. Give back the data as they were, or start a new run with another --out"
              .formatted(folder.location(), difference));
    }
    int trials = sweep.sampler().trials();
    for (TrialRecord trial : former.history().ended()) {
      if (trial.trial() >= trials) {
        throw new BadInput(
            "%s has a trial %d, but the sweep's trials end at %d: give search.max_trials at least its old value"
                .formatted(folder.journal().location(), trial.trial(), trials - 1));
      }
    }
    if (change(sweep, folder).maxTrials()) {
      refuseOtherTrials(sweep, former);
    } else {
      refuseForeignTrials(sweep, former);
    }
    return former;
  }

  private static void refuseUsedFolder(RunFolder folder) throws BadInput, IOException {
    if (folder.isInUse()) {
      throw new BadInput(
          folder.location()
              + " holds a run already: add --resume to go on with it, or choose another --out");
    }
    if (folder.storage().isFile()) {
      throw new BadInput(folder.location() + " is not a folder: choose another --out");
    }
    for (String file :
        List.of(
            RunFolder.SWEEP_FILE,
            RunFolder.LEADERBOARD,
            RunFolder.REPORT,
            RunFolder.BEST,
            RunFolder.MODELS,
            RunFolder.ENSEMBLE,
            RunFolder.REFIT,
            RunFolder.INPUTS)) {
      if (folder.storage().exists(file)) {
        throw new BadInput(
            folder.location(file)
                + " exists, and the run would replace it: choose another --out, or move it away");
      }
    }
  }

  private static void refuseNoRun(RunFolder folder) throws BadInput, IOException {
    if (!folder.isInUse()) {
      throw new BadInput(
          folder.location() + " holds no run to go on with: leave --resume out to start one");
    }
    if (!folder.storage().exists(RunFolder.SWEEP_FILE)) {
      throw new BadInput(
          folder.location()
              + " holds no run to go on with: its sweep.yaml is missing, so nobody can tell of"
              + " which sweep it is");
    }
  }

  private static void refuseAnotherSweep(SweepDefinition sweep, RunFolder folder) throws BadInput {
    SweepChange change = change(sweep, folder);
    SweepChange.Line first = change.first();
    if (first != null) {
      String follows =
          change.maxTrials() ? " (search.max_trials has changed, which may be why)" : "";
      throw new BadInput(
          "%s:%d: the run was of another sweep: there it says '%s', and now '%s'%s. Undo the change, or start a new run with another --out."
              .formatted(
                  folder.location(RunFolder.SWEEP_FILE),
                  first.number(),
                  first.was(),
                  first.is(),
                  follows));
    }
  }

  private static SweepChange change(SweepDefinition sweep, RunFolder folder) throws BadInput {
    return SweepChange.between(RunRecords.sweepText(folder), SweepFileWriter.write(sweep));
  }

  /** A journal that was put beside another run's sweep.yaml would be taken for its own. */
  private void refuseForeignTrials(SweepDefinition sweep, JournalReader.Content former)
      throws BadInput {
    OptionalInt foreign =
        Replay.firstForeign(
            EarlierRun.of(sweep, former).sampler(sweep),
            sweep.searchedSpace(),
            sweep.seed(),
            former.history());
    if (foreign.isPresent()) {
      throw new BadInput(
          "%s: trial %d is none of the sweep in %s: give back the journal of that sweep, go on with the sweep4j that began it, or start a new run with another --out"
              .formatted(folder.journal().location(), foreign.getAsInt(), RunFolder.SWEEP_FILE));
    }
  }

  /** More trials are welcome where those that there are would be the same among them. */
  private void refuseOtherTrials(SweepDefinition sweep, JournalReader.Content former)
      throws BadInput {
    Sampler sampler = EarlierRun.of(sweep, former).sampler(sweep);
    String remedy =
        "; give search.max_trials its old value, or start a new run with another --out and"
            + " search.warm_start: "
            + folder.location();
    if (!sweep.search().pruning().equals(new PruningMethod.None())) {
      throw new BadInput(
          folder.location()
              + " has another search.max_trials, by which its pruner groups the trials that it"
              + " compares"
              + remedy);
    }
    OptionalInt other =
        Replay.firstOther(
            sampler, sweep.searchedSpace(), sweep.workload().metric().goal(), former.history());
    if (other.isPresent()) {
      throw new BadInput(
          "%s has another search.max_trials, with which trial %d would have been another one%s"
              .formatted(folder.location(), other.getAsInt(), remedy));
    }
  }
}
