package sweep4j.driver.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.leaderboard.Column;
import sweep4j.driver.leaderboard.Leaderboard;

/**
 * One JSON document: {@code format}, {@code version}, {@code sweep} (what holds for all trials),
 * {@code columns} ({@code name} and {@code kind} of each), and {@code trials} in the order of the
 * leaderboard, each an object with all columns, null for an empty cell, and a {@code curve}: the
 * metric after each epoch.
 */
public final class JsonExport {

  private static final String FORMAT = "sweep4j-leaderboard";

  /** Of what the document holds; another one for what readers of this one would misread. */
  private static final int VERSION = 1;

  private JsonExport() {}

  /** Writes {@code sweep} in UTF-8. */
  public static void write(ExportedSweep sweep, OutputStream out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("format", FORMAT);
      json.writeNumberField("version", VERSION);
      json.writeObjectFieldStart("sweep");
      for (Map.Entry<String, String> fact : sweep.facts().entrySet()) {
        json.writeStringField(fact.getKey(), fact.getValue());
      }
      json.writeEndObject();
      List<Column> columns = sweep.columns();
      json.writeArrayFieldStart("columns");
      for (Column column : columns) {
        json.writeStartObject();
        json.writeStringField("name", column.name());
        json.writeStringField("kind", ExportedSweep.lower(column.kind()));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("trials");
      for (Leaderboard.Row row : sweep.leaderboard().rows()) {
        write(columns, row, json);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void write(List<Column> columns, Leaderboard.Row row, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    for (Column column : columns) {
      json.writeFieldName(column.name());
      write(column.value(row), json);
    }
    json.writeArrayFieldStart("curve");
    for (double score : row.trial().result().curve()) {
      json.writeNumber(score);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(@Nullable Object value, JsonGenerator json) throws IOException {
    if (value instanceof Integer whole) {
      json.writeNumber(whole);
    } else if (value instanceof Long whole) {
      json.writeNumber(whole);
    } else if (value instanceof Double real && Double.isFinite(real)) {
      json.writeNumber(real);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value == null || value instanceof Double) {
      json.writeNull();
    } else {
      json.writeString(value.toString());
    }
  }
}
