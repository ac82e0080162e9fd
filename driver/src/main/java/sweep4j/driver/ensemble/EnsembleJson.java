package sweep4j.driver.ensemble;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sweep4j.trial.Score;
import sweep4j.trial.Task;

/**
 * The text of {@code ensemble.json}: {@code version}, {@code task}, the names of the {@code
 * features} and {@code classes} in the order in which networks take and give them, and under {@code
 * ensembles} for each its {@code members} and its scores. A score that is no finite number is null.
 */
public final class EnsembleJson {

  /** Of what the file holds; another one for a file that readers of this one would misread. */
  static final int VERSION = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private EnsembleJson() {}

  /**
   * The text, with a line break at its end.
   *
   * @param classes empty for regression
   * @param ensembles with names that differ
   */
  public static String text(
      Task task, List<String> features, List<String> classes, List<Ensemble> ensembles) {
    ObjectNode json = JSON.createObjectNode();
    json.put("version", VERSION);
    json.put("task", task == Task.CLASSIFICATION ? "classification" : "regression");
    features.forEach(json.putArray("features")::add);
    classes.forEach(json.putArray("classes")::add);
    ObjectNode all = json.putObject("ensembles");
    ensembles.forEach(each -> put(all.putObject(each.name()), each, task));
    return json.toPrettyString() + "\n";
  }

  /**
   * The ensembles of a file, in its order.
   *
   * @throws IllegalArgumentException if it is no such file, with the reason
   */
  public static List<Ensemble> read(byte[] text) {
    JsonNode json;
    try {
      json = JSON.readTree(new String(text, StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
    if (json.path("version").asInt() != VERSION) {
      throw new IllegalArgumentException("it is not of version " + VERSION);
    }
    String quality = json.path("task").asText().equals("regression") ? "rmse" : "accuracy";
    var ensembles = new ArrayList<Ensemble>();
    for (Map.Entry<String, JsonNode> each : json.path("ensembles").properties()) {
      var members = new ArrayList<Ensemble.Member>();
      for (JsonNode member : each.getValue().path("members")) {
        members.add(
            new Ensemble.Member(
                member.path("trial").asInt(-1),
                member.path("model").asText(),
                member.path("sha256").asText(),
                member.path("count").asInt(),
                member.path("weight").asDouble(Double.NaN)));
      }
      ensembles.add(
          new Ensemble(
              each.getKey(),
              members,
              score(each.getValue().path("validation"), quality),
              score(each.getValue().path("test"), quality)));
    }
    return ensembles;
  }

  private static Score score(JsonNode json, String quality) {
    return new Score(
        json.path("loss").asDouble(Double.NaN), json.path(quality).asDouble(Double.NaN));
  }

  private static void put(ObjectNode json, Ensemble ensemble, Task task) {
    var members = json.putArray("members");
    for (Ensemble.Member member : ensemble.members()) {
      members
          .addObject()
          .put("trial", member.trial())
          .put("model", member.model())
          .put("sha256", member.sha256())
          .put("count", member.count())
          .put("weight", member.weight());
    }
    put(json.putObject("validation"), ensemble.validation(), task);
    put(json.putObject("test"), ensemble.test(), task);
  }

  private static void put(ObjectNode json, Score score, Task task) {
    put(json, "loss", score.loss());
    put(json, task == Task.CLASSIFICATION ? "accuracy" : "rmse", score.quality());
  }

  private static void put(ObjectNode json, String name, double number) {
    if (Double.isFinite(number)) {
      json.put(name, number);
    } else {
      json.putNull(name);
    }
  }
}
