package sweep4j.driver.cli;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.leaderboard.Leaderboard;
import sweep4j.driver.leaderboard.LeaderboardCsv;
import sweep4j.driver.standings.Standings;
import sweep4j.driver.study.History;
import sweep4j.driver.study.RunFolder;
import sweep4j.driver.study.StudyListener;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialRecord;

/**
 * Keeps the file {@code leaderboard.csv} of a run up to date with its journal: after each trial in
 * a sweep of hundreds, every second or so in one of ten thousands, and in full once closed.
 */
final class LeaderboardFile implements StudyListener, Closeable {

  private final SweepDefinition sweep;
  private final RunFolder folder;
  private final PacedWriting writing;

  /** Whether anything has been written, or is about to be. */
  private boolean begun;

  /** Read by the thread that writes, too. */
  private final List<TrialRecord> ended;

  private final Standings standings;

  /** The file of a run that goes on from {@code history}. */
  LeaderboardFile(SweepDefinition sweep, RunFolder folder, History history) throws IOException {
    this.sweep = sweep;
    this.folder = folder;
    this.ended = new ArrayList<>(history.ended());
    this.standings = Standings.of(sweep, history);
    this.writing = new PacedWriting(this::write, new ClockThread("leaderboard"));
  }

  /** Not before, as a run that goes on has better to do until its first trial runs. */
  @Override
  public void legStarted(Leg leg, int slots) throws IOException {
    if (!begun) {
      begun = true;
      writing.changed();
    }
  }

  @Override
  public void trialEnded(TrialRecord trial) throws IOException {
    synchronized (ended) {
      ended.add(trial);
    }
    begun = true;
    writing.changed();
  }

  private void write() throws IOException {
    List<TrialRecord> shown;
    synchronized (ended) {
      shown = List.copyOf(ended);
    }
    write(sweep, folder, standings.leaderboard(shown));
  }

  /** Replaces the file of a run that no trial changes any more. */
  static void write(SweepDefinition sweep, RunFolder folder, Leaderboard leaderboard)
      throws IOException {
    var csv = new LeaderboardCsv(sweep.data().task(), sweep.space().hyperparameters());
    folder.replace(RunFolder.LEADERBOARD, csv.text(leaderboard));
  }

  @Override
  public void close() throws IOException {
    if (!begun) {
      writing.changed();
    }
    writing.close();
  }
}
