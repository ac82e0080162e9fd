package sweep4j.driver.study;

import static sweep4j.driver.study.JsonFields.checked;
import static sweep4j.driver.study.JsonFields.required;
import static sweep4j.driver.study.JsonFields.text;
import static sweep4j.driver.study.JsonFields.texts;
import static sweep4j.driver.study.JsonFields.whole;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.ImageInputs;
import sweep4j.trial.Inputs;
import sweep4j.trial.Missing;
import sweep4j.trial.TableInputs;

/**
 * The file {@code inputs.json} of a run: {@code version} and {@code classes}; of a table the {@code
 * label}, what becomes of {@code missing} values, and for each of the {@code columns} its {@code
 * name}, the {@code levels} of a categorical one, and the {@code fill} that stands for a missing
 * value; of images what each {@code image} is. All that the run's networks need besides themselves,
 * and no code.
 */
public final class InputsFile {

  /** Of what the file holds; another one for a file that readers of this one would misread. */
  private static final int VERSION = 1;

  private InputsFile() {}

  /** Writes it. */
  public static void write(RunFolder folder, Inputs inputs) throws IOException {
    folder.replace(RunFolder.INPUTS, json(inputs).toPrettyString() + "\n");
  }

  private static ObjectNode json(Inputs inputs) {
    ObjectNode json = JournalFormat.JSON.createObjectNode().put("version", VERSION);
    inputs.classes().forEach(json.putArray("classes")::add);
    if (inputs instanceof ImageInputs images) {
      put(json.putObject("image"), images);
    } else if (inputs instanceof TableInputs table) {
      put(json, table);
    }
    return json;
  }

  private static void put(ObjectNode json, ImageInputs images) {
    json.put("height", images.height())
        .put("width", images.width())
        .put("channels", images.channels())
        .put("resized", images.resized());
  }

  private static void put(ObjectNode json, TableInputs table) {
    json.put("label", table.label()).put("missing", table.missing().name());
    var columns = json.putArray("columns");
    for (TableInputs.Column column : table.columns()) {
      ObjectNode one = columns.addObject().put("name", column.name());
      Float fill = column.fill();
      if (!column.levels().isEmpty()) {
        column.levels().forEach(one.putArray("levels")::add);
        one.put("fill", fill == null ? null : column.levels().get(fill.intValue()));
      } else {
        one.put("fill", fill);
      }
    }
  }

  /**
   * Reads it.
   *
   * @throws JournalException if it is damaged
   */
  public static Inputs read(RunFolder folder) throws IOException {
    byte[] content = folder.storage().read(RunFolder.INPUTS);
    try {
      return inputs(JournalFormat.JSON.readTree(new String(content, StandardCharsets.UTF_8)));
    } catch (JacksonException e) {
      throw damaged(folder, "it is no JSON");
    } catch (IllegalArgumentException e) {
      throw damaged(folder, String.valueOf(e.getMessage()));
    }
  }

  private static JournalException damaged(RunFolder folder, String how) {
    return new JournalException(
        "%s is damaged (%s): delete it, and the same run with --resume writes it anew"
            .formatted(folder.location(RunFolder.INPUTS), how));
  }

  private static Inputs inputs(JsonNode json) {
    int version = whole(json, "version");
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "it is of version %d, and this sweep4j reads version %d".formatted(version, VERSION));
    }
    List<String> classes = texts(json, "classes");
    return json.has("image") ? images(json.get("image"), classes) : table(json, classes);
  }

  private static ImageInputs images(JsonNode json, List<String> classes) {
    JsonNode resized = required(json, "resized");
    return new ImageInputs(
        whole(json, "height"),
        whole(json, "width"),
        whole(json, "channels"),
        checked(resized, "resized", resized.isBoolean(), "true or false").booleanValue(),
        classes);
  }

  private static TableInputs table(JsonNode json, List<String> classes) {
    var columns = new ArrayList<TableInputs.Column>();
    for (JsonNode each : required(json, "columns")) {
      List<String> levels = each.has("levels") ? texts(each, "levels") : List.of();
      columns.add(new TableInputs.Column(text(each, "name"), levels, fill(each, levels)));
    }
    return new TableInputs(
        text(json, "label"), classes, columns, Missing.valueOf(text(json, "missing")));
  }

  private static @Nullable Float fill(JsonNode column, List<String> levels) {
    JsonNode fill = required(column, "fill");
    if (fill.isNull()) {
      return null;
    }
    return levels.isEmpty()
        ? (Float) checked(fill, "fill", fill.isNumber(), "a number").floatValue()
        : (Float) (float) levels.indexOf(text(column, "fill"));
  }
}
