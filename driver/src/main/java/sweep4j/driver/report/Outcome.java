package sweep4j.driver.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * A table of what was found out once the search was over, such as the scores of ensembles.
 *
 * @param columns their names
 * @param rows of numbers and texts, one for each column; an empty text where there is none
 * @param note what a reader has to know of it; empty for nothing
 */
public record Outcome(String title, List<String> columns, List<List<Object>> rows, String note) {

  public Outcome {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "each row must have one cell for each of %s, but got %s".formatted(columns, row));
      }
    }
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("title", title);
    json.writeArrayFieldStart("columns");
    for (String column : columns) {
      json.writeString(column);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rows");
    for (List<Object> row : rows) {
      json.writeStartArray();
      for (Object cell : row) {
        SafeJson.writeCell(json, cell);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeStringField("note", note);
    json.writeEndObject();
  }
}
