package sweep4j.driver.study;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  private static final String MODEL = RunFolder.BEST + "/model.zip";
  private static final String DESCRIPTION = RunFolder.BEST + "/trial.json";

  private final Storage storage;
  private final List<String> featureNames;
  private final List<String> classNames;

  /**
   * The best model of a run.
   *
   * @param featureNames one per input, in the order in which the network takes them
   * @param classNames one per output; empty for regression
   */
  public BestModel(RunFolder folder, List<String> featureNames, List<String> classNames) {
    this.storage = folder.storage();
    this.featureNames = List.copyOf(featureNames);
    this.classNames = List.copyOf(classNames);
  }

  /** Puts {@code model}, the network of {@code trial}, in the place of the former best. */
  public void write(TrialRecord trial, byte[] model) throws IOException {
    ObjectNode json = JournalFormat.ended(trial);
    json.put("model_sha256", Sha256.of(model));
    featureNames.forEach(json.putArray("features")::add);
    classNames.forEach(json.putArray("classes")::add);
    storage.replace(MODEL, model);
    storage.replace(DESCRIPTION, (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** The model file. */
  public byte[] read() throws IOException {
    return storage.read(MODEL);
  }

  /** Whether the folder holds the network of {@code trial}, whole. */
  public boolean holds(TrialRecord trial) throws IOException {
    if (!storage.exists(MODEL) || !storage.exists(DESCRIPTION)) {
      return false;
    }
    JsonNode json;
    try {
      json = JournalFormat.JSON.readTree(storage.read(DESCRIPTION));
    } catch (JacksonException e) {
      return false;
    }
    return json.path("trial").asInt(-1) == trial.trial()
        && json.path("model_sha256").asText().equals(Sha256.of(read()));
  }
}
