package sweep4j.driver.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sweep4j.driver.cli.RunningTrials.Running;

/**
 * How far a sweep is, as lines for a terminal: a bar for all trials, what came out so far, and a
 * bar for each trial that runs, as many as there is room for.
 *
 * @param what is counted, such as {@code trials}
 * @param maxEpochs of each trial
 * @param size of the terminal
 */
record Picture(String what, int maxEpochs, TerminalSize size) {

  /** So many bars are read at a glance. */
  private static final int MOST_BARS = 8;

  /** The empty line above, that for all trials, what came out, and how many more run. */
  private static final int OTHER_LINES = 4;

  private static final int LEAST_BAR = 6;

  List<String> lines(Counts counts, List<Running> running) {
    var lines = new ArrayList<String>();
    if (size.rows() <= OTHER_LINES) {
      return List.of();
    }
    lines.add(
        bar(
            what,
            counts.ended(),
            counts.trials(),
            List.of(counts.ended() + "/" + counts.trials(), counts.left(), counts.rate())));
    lines.add(joined("", counts.parts()));
    int bars = Math.min(MOST_BARS, size.rows() - OTHER_LINES);
    int label = running.stream().mapToInt(each -> label(each).length()).max().orElse(0);
    for (Running each : running.subList(0, Math.min(bars, running.size()))) {
      String padded = label(each) + " ".repeat(label - label(each).length());
      lines.add(bar(padded, each.epochs(), maxEpochs, said(each)));
    }
    if (running.size() > bars) {
      lines.add(cut("and %d more".formatted(running.size() - bars)));
    }
    return lines;
  }

  private static String label(Running trial) {
    return trial.leg().request().inWords();
  }

  private List<String> said(Running trial) {
    String epochs = trial.epochs() + "/" + maxEpochs;
    var last = trial.last();
    return last == null
        ? List.of(epochs)
        : List.of(
            epochs,
            number(last.objective()),
            "best %s at %d".formatted(number(last.best()), last.bestEpoch()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  /** As in {@code trials [==> ] 12/48 0:01:20 left}, with as many of {@code parts} as fit. */
  private String bar(String name, long done, long most, List<String> parts) {
    String after = "";
    for (String part : parts) {
      String more = part.isEmpty() ? after : after + (after.isEmpty() ? " " : "  ") + part;
      if (name.length() + 3 + LEAST_BAR + more.length() > width()) {
        break;
      }
      after = more;
    }
    // A wide terminal is no reason for a long bar, and in a column they can be compared.
    int room = Math.min(30, width() - name.length() - 3 - after.length());
    if (room < LEAST_BAR) {
      return cut(name + " " + parts.get(0));
    }
    int full = (int) (room * (most == 0 ? 1.0 : Math.min(1.0, (double) done / most)));
    String tip = full < room ? ">" + " ".repeat(room - full - 1) : "";
    return name + " [" + "=".repeat(full) + tip + "]" + after;
  }

  /** As many of {@code parts} as fit. */
  private String joined(String before, List<String> parts) {
    String line = before;
    for (String part : parts) {
      String longer = line + (line.isEmpty() ? "" : ", ") + part;
      if (longer.length() > width()) {
        return line.isEmpty() ? cut(part) : line;
      }
      line = longer;
    }
    return line;
  }

  private String cut(String line) {
    return line.substring(0, Math.max(0, Math.min(line.length(), width())));
  }

  /** A letter in the last column would send the cursor to the next line on some terminals. */
  private int width() {
    return size.columns() - 1;
  }
}
