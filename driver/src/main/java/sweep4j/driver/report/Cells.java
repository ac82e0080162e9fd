package sweep4j.driver.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.leaderboard.Column;
import sweep4j.driver.leaderboard.Leaderboard;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;

/**
 * The leaderboard's columns as arrays: numbers as they are; texts, of which many are the same, once
 * each, with a number for each row, -1 for an empty cell.
 */
final class Cells {

  private Cells() {}

  static void write(JsonGenerator json, List<Column> columns, Leaderboard leaderboard)
      throws IOException {
    for (Column column : columns) {
      json.writeStartObject();
      json.writeStringField("name", column.name());
      List<@Nullable Object> cells =
          leaderboard.rows().stream()
              .<@Nullable Object>map(row -> plain(column.cell().apply(row)))
              .toList();
      boolean numbers =
          cells.stream()
              .allMatch(cell -> cell == null || cell instanceof Integer || cell instanceof Double);
      if (numbers) {
        writeNumbers(json, cells);
      } else {
        writeTexts(json, cells);
      }
      json.writeEndObject();
    }
  }

  /** A number where it is one that JavaScript holds, else a text, as on the leaderboard. */
  static @Nullable Object plain(@Nullable Object cell) {
    if (cell == null || cell instanceof Integer || cell instanceof Double) {
      return cell;
    }
    if (cell instanceof Real real) {
      return real.value();
    }
    if (cell instanceof Whole whole) {
      return whole.value();
    }
    if (cell instanceof Widths widths && widths.value().size() == 1) {
      return widths.value().get(0);
    }
    return cell.toString();
  }

  private static void writeNumbers(JsonGenerator json, List<@Nullable Object> cells)
      throws IOException {
    json.writeArrayFieldStart("values");
    for (Object cell : cells) {
      SafeJson.writeCell(json, cell);
    }
    json.writeEndArray();
  }

  private static void writeTexts(JsonGenerator json, List<@Nullable Object> cells)
      throws IOException {
    Map<String, Integer> codes = new LinkedHashMap<>();
    json.writeArrayFieldStart("codes");
    for (Object cell : cells) {
      json.writeNumber(
          cell == null ? -1 : codes.computeIfAbsent(cell.toString(), text -> codes.size()));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("texts");
    for (String text : codes.keySet()) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
