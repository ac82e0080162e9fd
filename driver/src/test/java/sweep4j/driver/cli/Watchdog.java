package sweep4j.driver.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Ends the virtual machine when something takes for ever, after saying what and where. */
final class Watchdog {

  private final Thread thread;

  private Watchdog(Thread thread) {
    this.thread = thread;
  }

  /**
   * Watches over what the calling thread does until {@link #close}.
   *
   * @param log where to say so; the program that is watched may have taken the terminal over
   */
  static Watchdog over(String what, Duration longest, PrintStream log) {
    Thread watched = Thread.currentThread();
    var thread =
        new Thread(
            () -> {
              try {
                Thread.sleep(longest.toMillis());
              } catch (InterruptedException inTime) {
                return;
              }
              log.printf(
                  "%s takes longer than %s:%n%s%n",
                  what,
                  longest,
                  Arrays.stream(watched.getStackTrace())
                      .map(each -> "\tat " + each)
                      .collect(Collectors.joining("\n")));
              Runtime.getRuntime().halt(3);
            });
    thread.setDaemon(true);
    thread.start();
    return new Watchdog(thread);
  }

  /** All is well. */
  void close() {
    thread.interrupt();
  }
}
