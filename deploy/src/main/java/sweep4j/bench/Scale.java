package sweep4j.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sweep4j.driver.cli.PacedWriting;
import sweep4j.driver.leaderboard.Leaderboard;
import sweep4j.driver.leaderboard.LeaderboardCsv;
import sweep4j.driver.study.Event;
import sweep4j.driver.study.History;
import sweep4j.driver.study.Journal;
import sweep4j.driver.study.JournalReader;
import sweep4j.driver.study.RunFolder;
import sweep4j.driver.study.Schedule;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialRecord;

/** A sweep of very many trials; see {@code deploy/bench/scale}. */
public final class Scale {

  /** Records that are synced at once where a journal is only made to be read. */
  private static final int AT_ONCE = 1000;

  private static final int SLOTS = 16;

  private Scale() {}

  /** {@code make SWEEP METHOD TRIALS DIR} or {@code resume SWEEP METHOD TRIALS DIR}. */
  public static void main(String[] arguments) throws Exception {
    // One trial is left, for a resumed run to start.
    int ended = Integer.parseInt(arguments[3]);
    switch (arguments[0]) {
      case "make" -> make(sweep(arguments, ended + 1), ended, folder(arguments));
      case "resume" -> resume(sweep(arguments, ended + 1), arguments[2], folder(arguments));
      case "leaderboard" -> leaderboard(sweep(arguments, ended), folder(arguments));
      default ->
          throw new IllegalArgumentException(
              "make, resume or leaderboard, but got " + arguments[0]);
    }
  }

  private static BenchedSweep sweep(String[] arguments, int trials) throws Exception {
    return new BenchedSweep(Path.of(arguments[1]), arguments[2], trials);
  }

  private static RunFolder folder(String[] arguments) {
    return new RunFolder(Path.of(arguments[4]));
  }

  private static void make(BenchedSweep benched, int trials, RunFolder folder) throws IOException {
    var sweep = benched.sweep();
    var schedule =
        new Schedule(
            sweep.sampler(),
            sweep.pruner(),
            sweep.searchedSpace(),
            sweep.workload().metric().goal(),
            sweep.seed(),
            sweep.workload().maxEpochs(),
            History.none());
    var events = new ArrayList<Event>();
    try (Journal journal = benched.newJournal(folder)) {
      for (int trial = 0; trial < trials; trial++) {
        Leg leg = schedule.next();
        if (leg == null) {
          throw new IllegalStateException("trial " + trial + " is not given out");
        }
        events.addAll(schedule.report(leg, SleepingTrials.result(leg, 1.0)));
        if (events.size() >= AT_ONCE || trial == trials - 1) {
          journal.reported(null, events);
          events.clear();
        }
      }
    }
  }

  private static void resume(BenchedSweep benched, String method, RunFolder folder)
      throws IOException, InterruptedException {
    double started = ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
    var executor = new InstantTrials(SLOTS);
    long begin = System.nanoTime();
    JournalReader.Content former =
        JournalReader.read(folder.journal(), benched.sweep().catalogue());
    long read = System.nanoTime();
    try (Journal journal = Journal.resume(folder.journal(), former.length())) {
      benched.trials(folder, former.history()).run(executor, journal, true, System.err);
    }
    System.out.printf(
        Locale.ROOT,
        "| %-14s | %7d | %8.1f | %11.2f | %14.2f | %23.2f | %13.2f | %13d |%n",
        method,
        former.history().ended().size(),
        Files.size(Path.of(folder.location(RunFolder.JOURNAL))) / 1e6,
        started,
        (read - begin) / 1e9,
        (executor.firstAsked() - begin) / 1e9,
        writingSeconds(benched, former, folder),
        executor.heldBytes() >> 20);
  }

  private static double writingSeconds(
      BenchedSweep benched, JournalReader.Content former, RunFolder folder) throws IOException {
    long begin = System.nanoTime();
    write(benched, former.history().ended(), folder);
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void write(BenchedSweep benched, List<TrialRecord> ended, RunFolder folder)
      throws IOException {
    var sweep = benched.sweep();
    var csv = new LeaderboardCsv(sweep.data().task(), sweep.space().hyperparameters());
    folder.replace(
        RunFolder.LEADERBOARD,
        csv.text(Leaderboard.of(ended, sweep.data().task(), sweep.workload().metric().goal())));
  }

  /** Writes the leaderboard as in a sweep whose trials of one second run on 16 slots. */
  private static void leaderboard(BenchedSweep benched, RunFolder folder) throws IOException {
    List<TrialRecord> trials =
        JournalReader.read(folder.journal(), benched.sweep().catalogue()).history().ended();
    var clock = new VirtualClock();
    var ended = new ArrayList<TrialRecord>();
    try (var writing =
        new PacedWriting(() -> clock.spend(() -> write(benched, ended, folder)), clock)) {
      for (TrialRecord trial : trials) {
        clock.advance(1_000_000_000L / SLOTS);
        ended.add(trial);
        writing.changed();
      }
    }
    System.out.printf(
        Locale.ROOT,
        "| %7d | %10.1f | %8d | %17.2f |%n",
        trials.size(),
        clock.nanos() / 1e9,
        clock.spendings(),
        clock.spentNanos() / 1e9);
  }
}
