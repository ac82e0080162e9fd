package sweep4j.driver.config;

import java.util.List;
import java.util.stream.Collectors;

/** A sweep file that cannot be run. The message is one line for each problem. */
public final class SweepFileException extends Exception {
  private static final long serialVersionUID = 1L;

  /** No terminal scrolls back further, and no file that was meant as a sweep has more. */
  private static final int MOST_SHOWN = 1000;

  private final transient List<Problem> problems;

  SweepFileException(List<Problem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  private static String message(List<Problem> problems) {
    String shown =
        problems.stream()
            .limit(MOST_SHOWN)
            .map(Problem::toString)
            .collect(Collectors.joining("\n"));
    int more = problems.size() - MOST_SHOWN;
    return more <= 0 ? shown : shown + "\nand " + more + " more problems";
  }

  /** All problems in reading order; at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
