package sweep4j.driver.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is different between the sweep of a run and the one that is to go on with it, by their files
 * as understood. Limits, resources and the delivery of the data may differ, as they have no part in
 * any result, and what is done with the best trials, as they have none in what a trial is.
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
  private static final String DELIVERY = "  delivery:";
  private static final String LIMITS = "limits:";
  private static final Set<String> OF_THE_BEST = Set.of("confirm:", "ensemble:", "test:", "refit:");

  /** A line of a file. */
  private record Numbered(int number, String text) {}

  static SweepChange between(String before, String now) {
    List<Numbered> was = compared(before);
    List<Numbered> is = compared(now);
    boolean maxTrials = false;
    for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
      String old = text(was, i);
      String fresh = text(is, i);
      if (old.equals(fresh)) {
        continue;
      }
      if (!old.startsWith(MAX_TRIALS) || !fresh.startsWith(MAX_TRIALS)) {
        int number = i < was.size() ? was.get(i).number() : was.get(was.size() - 1).number() + 1;
        return new SweepChange(new Line(number, old.strip(), fresh.strip()), maxTrials);
      }
      maxTrials = true;
    }
    return new SweepChange(null, maxTrials);
  }

  private static String text(List<Numbered> lines, int place) {
    return place < lines.size() ? lines.get(place).text() : "nothing";
  }

  /** All lines but those of what may differ; behind the limits come the resources alone. */
  private static List<Numbered> compared(String sweep) {
    var compared = new ArrayList<Numbered>();
    int number = 0;
    boolean skipped = false;
    for (String line : sweep.lines().toList()) {
      number++;
      if (line.equals(LIMITS)) {
        break;
      }
      if (!line.startsWith(" ")) {
        skipped = OF_THE_BEST.contains(line);
      }
      // Before a section that may come or go, there is a line that comes and goes with it.
      if (!skipped && !line.isEmpty() && !line.startsWith(DELIVERY)) {
        compared.add(new Numbered(number, line));
      }
    }
    return compared;
  }
}
