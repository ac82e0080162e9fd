package sweep4j.driver.study;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Sha256;

/**
 * A folder with {@code model.zip}, a model file of Deeplearning4j with network, configuration and
 * scaler, and a JSON that says what it is, with the names of its inputs and classes. The JSON is
 * written last and holds the model's SHA-256, so that a pair torn by a kill is recognised.
 */
final class DescribedModel {

  private final Storage storage;
  private final String model;
  private final String description;
  private final List<String> featureNames;
  private final List<String> classNames;

  /**
   * The model in {@code name}.
   *
   * @param description the name of the JSON
   * @param featureNames one per input, in the order in which the network takes them
   * @param classNames one per output; empty for regression
   */
  DescribedModel(
      RunFolder folder,
      String name,
      String description,
      List<String> featureNames,
      List<String> classNames) {
    this.storage = folder.storage();
    this.model = name + "/model.zip";
    this.description = name + "/" + description;
    this.featureNames = List.copyOf(featureNames);
    this.classNames = List.copyOf(classNames);
  }

  /** Puts {@code content} in the place of the former model; {@code json} says what it is. */
  void write(ObjectNode json, byte[] content) throws IOException {
    json.put("model_sha256", Sha256.of(content));
    featureNames.forEach(json.putArray("features")::add);
    classNames.forEach(json.putArray("classes")::add);
    storage.replace(model, content);
    storage.replace(description, (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** The model file. */
  byte[] read() throws IOException {
    return storage.read(model);
  }

  /**
   * The model in {@code name}; null if there is none.
   *
   * @throws JournalException if it is not the one that its description is of
   */
  static @Nullable FinishedModel find(RunFolder folder, String name, String description)
      throws IOException {
    var files = new DescribedModel(folder, name, description, List.of(), List.of());
    if (!files.storage.exists(files.model) || !files.storage.exists(files.description)) {
      return null;
    }
    byte[] model = files.read();
    String damage = "it is no JSON";
    try {
      JsonNode json = JournalFormat.JSON.readTree(files.storage.read(files.description));
      if (json.path("model_sha256").asText().equals(Sha256.of(model))) {
        return new FinishedModel(model, JsonFields.whole(json, "trial"));
      }
      damage = "its SHA-256 differs";
    } catch (JacksonException e) {
      // As said.
    } catch (IllegalArgumentException e) {
      damage = String.valueOf(e.getMessage());
    }
    throw new JournalException(
        "%s is not the model that %s describes (%s): delete both, and the same run with --resume makes them anew"
            .formatted(folder.location(files.model), folder.location(files.description), damage));
  }

  /** Whether the folder holds a model, whole, whose JSON is {@code right}. */
  boolean holds(Predicate<JsonNode> right) throws IOException {
    if (!storage.exists(model) || !storage.exists(description)) {
      return false;
    }
    JsonNode json;
    try {
      json = JournalFormat.JSON.readTree(storage.read(description));
    } catch (JacksonException e) {
      return false;
    }
    return right.test(json) && json.path("model_sha256").asText().equals(Sha256.of(read()));
  }
}
