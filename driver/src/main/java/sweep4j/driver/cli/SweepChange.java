package sweep4j.driver.cli;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is different between the sweep of a run and the one that is to go on with it, by their files
 * as understood. Limits and resources may differ: they have no part in any result.
 *
 * @param first the first line that may not differ and does; null if there is none
 * @param maxTrials whether the number of trials differs
 */
record SweepChange(@Nullable Line first, boolean maxTrials) {

  /**
   * A difference.
   *
   * @param number of the line in the run's file, from 1
   */
  record Line(int number, String was, String is) {}

  private static final String MAX_TRIALS = "  max_trials:";
  private static final String LIMITS = "limits:";

  static SweepChange between(String before, String now) {
    List<String> was = upToLimits(before);
    List<String> is = upToLimits(now);
    boolean maxTrials = false;
    for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
      String old = i < was.size() ? was.get(i) : "nothing";
      String fresh = i < is.size() ? is.get(i) : "nothing";
      if (old.equals(fresh)) {
        continue;
      }
      if (!old.startsWith(MAX_TRIALS) || !fresh.startsWith(MAX_TRIALS)) {
        return new SweepChange(new Line(i + 1, old.strip(), fresh.strip()), maxTrials);
      }
      maxTrials = true;
    }
    return new SweepChange(null, maxTrials);
  }

  /** Behind them come the resources alone. */
  private static List<String> upToLimits(String sweep) {
    Stream<String> lines = sweep.lines();
    return lines.takeWhile(line -> !line.equals(LIMITS)).toList();
  }
}
