package sweep4j.driver.study;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sweep4j.trial.Sha256;
import sweep4j.trial.TrialRecord;

/**
 * The folder {@code best/}: {@code model.zip}, a model file of Deeplearning4j with network,
 * configuration and scaler, and {@code trial.json}, the trial that it is from with the names of its
 * inputs and classes. The JSON is written last and holds the model's SHA-256, so that a pair torn
 * by a kill is recognised.
 */
public final class BestModel {

  private final RunFolder folder;
  private final List<String> featureNames;
  private final List<String> classNames;

  /**
   * The best model of a run.
   *
   * @param featureNames one per input, in the order in which the network takes them
   * @param classNames one per output; empty for regression
   */
  public BestModel(RunFolder folder, List<String> featureNames, List<String> classNames) {
    this.folder = folder;
    this.featureNames = List.copyOf(featureNames);
    this.classNames = List.copyOf(classNames);
  }

  public Path model() {
    return folder.best().resolve("model.zip");
  }

  public Path description() {
    return folder.best().resolve("trial.json");
  }

  /** Puts {@code model}, the network of {@code trial}, in the place of the former best. */
  public void write(TrialRecord trial, byte[] model) throws IOException {
    ObjectNode json = JournalFormat.ended(trial);
    json.put("model_sha256", Sha256.of(model));
    featureNames.forEach(json.putArray("features")::add);
    classNames.forEach(json.putArray("classes")::add);
    folder.replace(model(), model);
    folder.replace(description(), json.toPrettyString() + "\n");
  }

  /** Whether the folder holds the network of {@code trial}, whole. */
  public boolean holds(TrialRecord trial) throws IOException {
    if (!Files.exists(model()) || !Files.exists(description())) {
      return false;
    }
    JsonNode json;
    try {
      json = JournalFormat.JSON.readTree(description().toFile());
    } catch (JacksonException e) {
      return false;
    }
    return json.path("trial").asInt(-1) == trial.trial()
        && json.path("model_sha256").asText().equals(Sha256.of(Files.readAllBytes(model())));
  }
}
