package sweep4j.driver.config;

import java.util.List;
import java.util.stream.Collectors;

/** A sweep file that cannot be run. The message is one line for each problem. */
public final class SweepFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  SweepFileException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** All problems in reading order; at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
