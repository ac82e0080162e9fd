package sweep4j.driver.study;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Legal;
import sweep4j.trial.Measurement;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Flag;
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

  static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

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
    ArrayNode curve = node.put("epochs", result.epochs()).putArray("curve");
    result.curve().forEach(curve::add);
    return node.put("seconds", result.seconds())
        .put("executor", result.executor())
        .put("device", result.device())
        .put("attempts", result.attempts())
        .put("error", result.error());
  }

  static TrialRecord readEnded(JsonNode node) {
    int trial = whole(node, "trial");
    var values = new EnumMap<Hyperparameter, ParameterValue>(Hyperparameter.class);
    for (Map.Entry<String, JsonNode> each : required(node, "parameters").properties()) {
      Hyperparameter parameter =
          Hyperparameter.named(each.getKey())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException("no hyperparameter is called " + each.getKey()));
      values.put(parameter, value(parameter, required(node, "parameters"), each.getKey()));
    }
    var request =
        new TrialRequest(
            trial, whole(node, "round"), wholeOf64Bits(node, "seed"), new Hyperparameters(values));
    String reason = textOrNull(node, "stop_reason");
    JsonNode measured = required(node, "measurement");
    var result =
        new TrialResult(
            trial,
            TrialState.valueOf(text(node, "state")),
            reason == null ? null : StopReason.valueOf(reason),
            measured.isNull() ? null : measurement(measured),
            whole(node, "epochs"),
            reals(node, "curve"),
            real(node, "seconds"),
            text(node, "executor"),
            text(node, "device"),
            whole(node, "attempts"),
            textOrNull(node, "error"));
    return new TrialRecord(request, result);
  }

  private static Measurement measurement(JsonNode node) {
    return new Measurement(
        real(node, "objective"),
        score(required(node, "validation")),
        score(required(node, "training")),
        whole(node, "best_epoch"));
  }

  private static JsonNode json(Score score) {
    return JSON.createObjectNode().put("loss", score.loss()).put("quality", score.quality());
  }

  private static Score score(JsonNode node) {
    return new Score(real(node, "loss"), real(node, "quality"));
  }

  private static JsonNode json(ParameterValue value) {
    var factory = JSON.getNodeFactory();
    if (value instanceof Real real) {
      return factory.numberNode(real.value());
    } else if (value instanceof Whole whole) {
      return factory.numberNode(whole.value());
    } else if (value instanceof Flag flag) {
      return factory.booleanNode(flag.value());
    } else if (value instanceof Widths widths) {
      var array = factory.arrayNode();
      widths.value().forEach(array::add);
      return array;
    }
    return factory.textNode(value.toString());
  }

  private static ParameterValue value(Hyperparameter parameter, JsonNode node, String key) {
    Legal legal = parameter.legal();
    if (legal instanceof Legal.RealRange) {
      return new Real(real(node, key));
    } else if (legal instanceof Legal.WholeRange) {
      return new Whole(whole(node, key));
    } else if (legal instanceof Legal.OneOf) {
      return new Text(text(node, key));
    } else if (legal instanceof Legal.Switch) {
      JsonNode flag = required(node, key);
      return new Flag(checked(flag, key, flag.isBoolean(), "true or false").booleanValue());
    }
    var widths = new ArrayList<Integer>();
    for (JsonNode width : required(node, key)) {
      widths.add(checked(width, key, width.isInt(), "whole numbers").intValue());
    }
    return new Widths(widths);
  }

  static JsonNode required(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value == null) {
      throw new IllegalArgumentException("the record has no \"" + key + "\"");
    }
    return value;
  }

  static String text(JsonNode node, String key) {
    JsonNode value = required(node, key);
    return checked(value, key, value.isTextual(), "text").textValue();
  }

  private static @Nullable String textOrNull(JsonNode node, String key) {
    return required(node, key).isNull() ? null : text(node, key);
  }

  static int whole(JsonNode node, String key) {
    JsonNode value = required(node, key);
    return checked(value, key, value.isInt(), "a whole number").intValue();
  }

  private static long wholeOf64Bits(JsonNode node, String key) {
    JsonNode value = required(node, key);
    boolean whole = value.isIntegralNumber() && value.canConvertToLong();
    return checked(value, key, whole, "a whole number of 64 bits").longValue();
  }

  private static List<Double> reals(JsonNode node, String key) {
    var reals = new ArrayList<Double>();
    for (JsonNode each : required(node, key)) {
      reals.add(checked(each, key, each.isNumber(), "numbers").doubleValue());
    }
    return reals;
  }

  private static double real(JsonNode node, String key) {
    JsonNode value = required(node, key);
    if (value.isTextual()) {
      // JSON has no NaN and no infinity; Jackson writes them as text.
      return Double.parseDouble(value.textValue());
    }
    return checked(value, key, value.isNumber(), "a number").doubleValue();
  }

  /** Jackson would make a zero of what is no number, and null of what is no text. */
  private static JsonNode checked(JsonNode value, String key, boolean holds, String kind) {
    if (!holds) {
      throw new IllegalArgumentException("\"" + key + "\" must be " + kind + ", but is " + value);
    }
    return value;
  }
}
