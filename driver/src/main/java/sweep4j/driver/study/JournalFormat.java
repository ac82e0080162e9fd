package sweep4j.driver.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Measurement;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;
import sweep4j.trial.Score;
import sweep4j.trial.StopReason;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;

/**
 * The lines of a journal. The first is the header, {@code {"type":"sweep","version":1,...}}; after
 * it come {@code {"type":"trial",...}} for each trial that ended and {@code {"type":"lost",...}}
 * for each attempt that was lost with its executor. Numbers are in full precision, so that what is
 * read back is what was written, bit for bit.
 */
final class JournalFormat {

  static final int VERSION = 1;
  static final String HEADER = "sweep";
  static final String ENDED = "trial";
  static final String LOST = "lost";

  static final ObjectMapper JSON = new ObjectMapper();

  private JournalFormat() {}

  static ObjectNode header(Provenance provenance) {
    return JSON.createObjectNode()
        .put("type", HEADER)
        .put("version", VERSION)
        .put("name", provenance.name())
        .put("data_hash", provenance.dataHash())
        .put("versions", provenance.versions())
        .put("native_build", provenance.nativeBuild())
        .put("started", provenance.started());
  }

  static ObjectNode lost(TrialRequest request, TrialResult result) {
    return JSON.createObjectNode()
        .put("type", LOST)
        .put("trial", request.trial())
        .put("attempt", result.attempts())
        .put("executor", result.executor())
        .put("error", result.error());
  }

  static ObjectNode ended(TrialRecord trial) {
    TrialRequest request = trial.request();
    TrialResult result = trial.result();
    ObjectNode node =
        JSON.createObjectNode()
            .put("type", ENDED)
            .put("trial", trial.trial())
            .put("round", request.round())
            .put("seed", request.seed());
    ObjectNode parameters = node.putObject("parameters");
    request
        .hyperparameters()
        .set()
        .forEach((parameter, value) -> parameters.set(parameter.key(), json(value)));
    node.put("state", result.state().name());
    StopReason reason = result.stopReason();
    node.put("stop_reason", reason == null ? null : reason.name());
    Measurement measurement = result.measurement();
    if (measurement == null) {
      node.putNull("measurement");
    } else {
      ObjectNode measured = node.putObject("measurement");
      measured.put("objective", measurement.objective());
      measured.set("validation", json(measurement.validation()));
      measured.set("training", json(measurement.training()));
      measured.put("best_epoch", measurement.bestEpoch());
    }
    return node.put("epochs", result.epochs())
        .put("seconds", result.seconds())
        .put("executor", result.executor())
        .put("device", result.device())
        .put("attempts", result.attempts())
        .put("error", result.error());
  }

  static TrialRecord readEnded(JsonNode node) {
    int trial = required(node, "trial").intValue();
    var values = new EnumMap<Hyperparameter, ParameterValue>(Hyperparameter.class);
    for (Map.Entry<String, JsonNode> each : required(node, "parameters").properties()) {
      Hyperparameter parameter =
          Hyperparameter.named(each.getKey())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException("no hyperparameter is called " + each.getKey()));
      values.put(parameter, value(parameter, each.getValue()));
    }
    var request =
        new TrialRequest(
            trial,
            required(node, "round").intValue(),
            required(node, "seed").longValue(),
            new Hyperparameters(values));
    String reason = text(node, "stop_reason");
    JsonNode measured = required(node, "measurement");
    var result =
        new TrialResult(
            trial,
            TrialState.valueOf(required(node, "state").textValue()),
            reason == null ? null : StopReason.valueOf(reason),
            measured.isNull() ? null : measurement(measured),
            required(node, "epochs").intValue(),
            required(node, "seconds").doubleValue(),
            required(node, "executor").textValue(),
            required(node, "device").textValue(),
            required(node, "attempts").intValue(),
            text(node, "error"));
    return new TrialRecord(request, result);
  }

  private static Measurement measurement(JsonNode node) {
    return new Measurement(
        required(node, "objective").doubleValue(),
        score(required(node, "validation")),
        score(required(node, "training")),
        required(node, "best_epoch").intValue());
  }

  private static JsonNode json(Score score) {
    return JSON.createObjectNode().put("loss", score.loss()).put("quality", score.quality());
  }

  private static Score score(JsonNode node) {
    return new Score(required(node, "loss").doubleValue(), required(node, "quality").doubleValue());
  }

  private static JsonNode json(ParameterValue value) {
    var factory = JSON.getNodeFactory();
    if (value instanceof Real real) {
      return factory.numberNode(real.value());
    } else if (value instanceof Whole whole) {
      return factory.numberNode(whole.value());
    } else if (value instanceof Widths widths) {
      var array = factory.arrayNode();
      widths.value().forEach(array::add);
      return array;
    }
    return factory.textNode(value.toString());
  }

  private static ParameterValue value(Hyperparameter parameter, JsonNode node) {
    Hyperparameter.Legal legal = parameter.legal();
    if (legal instanceof Hyperparameter.RealRange) {
      return new Real(node.doubleValue());
    } else if (legal instanceof Hyperparameter.WholeRange) {
      return new Whole(node.intValue());
    } else if (legal instanceof Hyperparameter.OneOf) {
      return new Text(node.textValue());
    }
    var widths = new ArrayList<Integer>();
    node.forEach(width -> widths.add(width.intValue()));
    return new Widths(widths);
  }

  static JsonNode required(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value == null) {
      throw new IllegalArgumentException("the record has no \"" + key + "\"");
    }
    return value;
  }

  private static @Nullable String text(JsonNode node, String key) {
    return required(node, key).textValue();
  }
}
