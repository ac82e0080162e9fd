package sweep4j.driver.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.search.Narrowing;
import sweep4j.driver.search.Region;
import sweep4j.driver.study.StudyListener;
import sweep4j.trial.EpochScore;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;

/**
 * Shows on standard error how far a sweep is: bars that move on a terminal, now and then a line
 * where the output is a file or a pipe.
 */
final class Progress implements StudyListener, AutoCloseable {

  /** A way to show how far a sweep is. */
  interface View extends AutoCloseable {

    /** Something has changed. */
    void update(Counts counts);

    /** A line to keep. */
    void line(String text);

    @Override
    void close();
  }

  private final SweepDefinition sweep;
  private final Counts counts;
  private final RunningTrials running;
  private final View view;

  private Progress(SweepDefinition sweep, Counts counts, RunningTrials running, View view) {
    this.sweep = sweep;
    this.counts = counts;
    this.running = running;
    this.view = view;
  }

  /** Progress of a sweep of {@code trials}, of which {@code known} have ended already. */
  static Progress of(
      SweepDefinition sweep, int trials, boolean quiet, List<TrialRecord> known, PrintStream err) {
    var counts = new Counts(sweep.workload().metric(), trials);
    known.forEach(counts::known);
    return of("trials", sweep, counts, quiet, err);
  }

  /** Progress of as many repeats, of which {@code known} have ended already. */
  static Progress ofRepeats(
      SweepDefinition sweep, int repeats, boolean quiet, List<TrialRecord> known, PrintStream err) {
    var counts = new Counts(sweep.workload().metric(), repeats);
    known.forEach(counts::known);
    return of("repeats", sweep, counts, quiet, err);
  }

  private static Progress of(
      String what, SweepDefinition sweep, Counts counts, boolean quiet, PrintStream err) {
    var running = new RunningTrials();
    View view =
        quiet
            ? new NoView()
            : isTerminal()
                ? new BarView(what, sweep.workload().maxEpochs(), counts, running, err)
                : new LineView(what, counts.ended(), err);
    return new Progress(sweep, counts, running, view);
  }

  /**
   * The launcher knows; without it, a console is there only if input and output are terminals. One
   * that calls itself dumb cannot move its cursor.
   */
  @SuppressWarnings("SystemConsoleNull") // true of Java 22 and newer, where Spark 3.5 does not run
  private static boolean isTerminal() {
    String said = System.getProperty("sweep4j.terminal");
    return said == null
        ? System.console() != null && !"dumb".equals(System.getenv("TERM"))
        : Boolean.parseBoolean(said);
  }

  @Override
  public void roundStarted(int round, Region region) {
    String ranges =
        region.describe(sweep.searchedSpace()).stream()
            .map(Narrowing::toString)
            .collect(Collectors.joining("\n  ", "\n  ", ""));
    view.line("round " + round + (ranges.isBlank() ? "" : ranges));
  }

  @Override
  public void legStarted(Leg leg, int slots) {
    counts.started(slots);
    running.started(leg, slots);
    view.update(counts);
  }

  @Override
  public void epochEnded(Leg leg, EpochScore score) {
    running.heard(leg, score);
    view.update(counts);
  }

  @Override
  public void begunAnew(Leg leg) {
    view.line(
        "the checkpoint of %s after epoch %d is missing or damaged: it trains from the start again"
            .formatted(leg.request().inWords(), leg.fromEpoch()));
  }

  @Override
  public void trialPaused(TrialRecord trial) {
    counts.paused();
    running.over(trial.trial());
    view.update(counts);
  }

  @Override
  public void attemptLost(TrialRequest request, TrialResult result) {
    counts.lost();
    running.over(request.trial());
    view.line("%s was lost and is started again: %s".formatted(request.inWords(), result.error()));
  }

  @Override
  public void trialMoves(TrialRequest request, TrialResult result) {
    counts.handedBack();
    running.over(request.trial());
    view.line(
        "%s goes on elsewhere after epoch %d, as its executor, %s, is going away"
            .formatted(request.inWords(), result.epochs(), result.executor()));
  }

  @Override
  public void trialEnded(TrialRecord trial) {
    counts.ended(trial);
    running.over(trial.trial());
    view.update(counts);
  }

  @Override
  public void close() {
    view.close();
  }
}
