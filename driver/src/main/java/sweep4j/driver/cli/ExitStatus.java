package sweep4j.driver.cli;

/** What the program's exit status means; other tools rely on it. */
final class ExitStatus {

  /** At least one trial completed, or there was nothing wrong. */
  static final int SUCCESS = 0;

  /** No trial completed, or the run broke. */
  static final int BROKEN = 1;

  /** The command line, the sweep file or the data are wrong; nothing was started. */
  static final int BAD_INPUT = 2;

  /** Interrupted: the journal and the leaderboard are kept. */
  static final int INTERRUPTED = 130;

  private ExitStatus() {}
}
