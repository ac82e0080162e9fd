package sweep4j.driver.leaderboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Task;
import sweep4j.trial.Tunable;

/** The head of a leaderboard as a table for the terminal, numbers rounded to be read. */
public final class LeaderboardTable {

  private static final Set<String> LEFT_OUT =
      Set.of(
          "round",
          "stop_reason",
          "objective",
          "training_loss",
          "confirm_sd",
          "confirm_low",
          "confirm_high",
          "gap",
          "seed",
          "started",
          "executor",
          "device",
          "attempts");

  private final List<Column> columns;

  /** A table of a sweep over {@code parameters}. */
  public LeaderboardTable(Task task, List<Tunable> parameters) {
    this.columns =
        Column.of(task, parameters).stream()
            .filter(column -> !LEFT_OUT.contains(column.name()))
            .toList();
  }

  /**
   * The first {@code top} rows.
   *
   * @return lines that each end with a line break
   */
  public String text(Leaderboard leaderboard, int top) {
    List<Leaderboard.Row> rows = leaderboard.rows().stream().limit(top).toList();
    Predicate<Column> hasContent =
        column -> rows.stream().anyMatch(row -> column.cell().apply(row) != null);
    List<Column> shown = columns.stream().filter(hasContent).toList();
    var lines = new ArrayList<List<String>>();
    lines.add(shown.stream().map(Column::name).toList());
    for (Leaderboard.Row row : rows) {
      lines.add(shown.stream().map(column -> rounded(column.cell().apply(row))).toList());
    }
    return aligned(lines);
  }

  private static String aligned(List<List<String>> lines) {
    var text = new StringBuilder();
    for (List<String> line : lines) {
      var joined = new StringBuilder();
      for (int i = 0; i < line.size(); i++) {
        int column = i;
        int width = lines.stream().mapToInt(each -> each.get(column).length()).max().orElse(0);
        joined.append(" ".repeat(width - line.get(i).length())).append(line.get(i)).append("  ");
      }
      text.append(joined.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static String rounded(@Nullable Object cell) {
    if (cell == null) {
      return "";
    }
    String text = Objects.toString(cell);
    if (!text.matches("-?\\d+\\.\\d+(E-?\\d+)?")) {
      return text.lines().findFirst().orElse("");
    }
    return Rounded.text(Double.parseDouble(text));
  }
}
