package sweep4j.driver.study;

import static sweep4j.driver.study.JsonFields.instantOrNull;
import static sweep4j.driver.study.JsonFields.real;
import static sweep4j.driver.study.JsonFields.reals;
import static sweep4j.driver.study.JsonFields.required;
import static sweep4j.driver.study.JsonFields.text;
import static sweep4j.driver.study.JsonFields.textOrNull;
import static sweep4j.driver.study.JsonFields.truth;
import static sweep4j.driver.study.JsonFields.whole;
import static sweep4j.driver.study.JsonFields.wholeOf64Bits;
import static sweep4j.driver.study.JsonFields.wholes;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.search.Decision;
import sweep4j.trial.Catalogue;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Legal;
import sweep4j.trial.Measurement;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Flag;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;
import sweep4j.trial.Repeat;
import sweep4j.trial.Score;
import sweep4j.trial.StopReason;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;
import sweep4j.trial.Tunable;

/**
 * The lines of a journal. The first is the header, {@code {"type":"sweep","version":2,...}}; behind
 * it are {@code {"type":"prior",...}} for each trial of an earlier run that the sampler learns
 * from; then come {@code {"type":"trial",...}} for each trial that ended, {@code
 * {"type":"paused",...}} for each that came to a rung, {@code {"type":"decision",...}} for what a
 * pruner decided there, and {@code {"type":"lost",...}} for each attempt that was lost with its
 * executor; at the end {@code {"type":"tested",...}} for each trial that was scored on the test
 * split, and {@code {"type":"refit",...}} if the winner's configuration was trained anew. Before
 * these, {@code {"type":"repeat",...}} and {@code {"type":"lost_repeat",...}} are for repeats of
 * trials what {@code trial} and {@code lost} are for trials; see {@link RepeatFormat}. Numbers are
 * in full precision, so that what is read back is what was written, bit for bit. Each line ends in
 * its checksum; see {@link Seal}.
 */
final class JournalFormat {

  static final int VERSION = 2;
  private static final String HEADER = "sweep";
  private static final String ENDED = "trial";
  private static final String PAUSED = "paused";
  private static final String DECISION = "decision";
  private static final String LOST = "lost";
  private static final String TESTED = "tested";
  private static final String PRIOR = "prior";

  static final ObjectMapper JSON =
      new ObjectMapper(
              // As exact as Java's own, and several times as fast: most of a journal is numbers.
              JsonFactory.builder()
                  .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                  // A fault would else be told with the half of its line.
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final ObjectReader READER = JSON.reader();

  private JournalFormat() {}

  static ObjectNode header(Provenance provenance, int priors) {
    return JSON.createObjectNode()
        .put("type", HEADER)
        .put("version", VERSION)
        .put("name", provenance.name())
        .put("data", provenance.data())
        .put("data_hash", provenance.dataHash())
        .put("versions", provenance.versions())
        .put("native_build", provenance.nativeBuild())
        .put("started", provenance.started())
        .put("priors", priors);
  }

  /**
   * What {@code line} says, which is one without its end.
   *
   * @param catalogue what the sweep may vary
   * @throws JacksonException or {@link IllegalArgumentException} if it says nothing that a journal
   *     does, with the reason
   */
  static JournalRecord read(byte[] line, Catalogue catalogue) throws JacksonException {
    Seal.check(line);
    JsonNode node = tree(line);
    String type = text(node, "type");
    return switch (type) {
      case HEADER -> readHeader(node);
      case PRIOR -> new JournalRecord.Learned(readPrior(node, catalogue));
      case ENDED -> new JournalRecord.Ended(readTrial(node, null, catalogue));
      case RepeatFormat.ENDED ->
          new JournalRecord.Ended(readTrial(node, RepeatFormat.read(node), catalogue));
      case RepeatFormat.LOST -> new JournalRecord.LostRepeat(RepeatFormat.read(node));
      case PAUSED -> new JournalRecord.Paused(readPaused(node, catalogue));
      case DECISION -> new JournalRecord.Decided(readDecision(node));
      case LOST -> new JournalRecord.Lost(whole(node, "trial"));
      case TESTED -> new JournalRecord.Tested(whole(node, "trial"), real(node, "quality"));
      case RefittedFormat.TYPE -> new JournalRecord.Refit(RefittedFormat.read(node));
      default -> throw new IllegalArgumentException("no record is of type \"" + type + "\"");
    };
  }

  private static JsonNode tree(byte[] line) throws JacksonException {
    try {
      return READER.readTree(line);
    } catch (JacksonException e) {
      throw e;
    } catch (CharConversionException e) {
      // Its first bytes say that it is of 32-bit characters, and then it is not.
      throw new IllegalArgumentException("it is not UTF-8", e);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot be read", e);
    }
  }

  private static JournalRecord.Header readHeader(JsonNode node) {
    return new JournalRecord.Header(
        new Provenance(
            text(node, "name"),
            text(node, "data"),
            text(node, "data_hash"),
            text(node, "versions"),
            text(node, "native_build"),
            text(node, "started")),
        whole(node, "priors"));
  }

  /**
   * The version that a first line says it is of; null if it says none.
   *
   * @throws JacksonException or {@link IllegalArgumentException} as {@link #read}
   */
  static @Nullable Integer version(byte[] line) throws JacksonException {
    JsonNode version = tree(line).get("version");
    return version != null && version.isInt() ? (Integer) version.intValue() : null;
  }

  static ObjectNode lost(TrialRequest request, TrialResult result) {
    ObjectNode node = JSON.createObjectNode();
    Repeat repeat = request.repeat();
    if (repeat == null) {
      node.put("type", LOST).put("trial", request.trial());
    } else {
      RepeatFormat.put(node.put("type", RepeatFormat.LOST), repeat);
    }
    return node.put("attempt", result.attempts())
        .put("executor", result.executor())
        .put("error", result.error());
  }

  static ObjectNode tested(int trial, double quality) {
    return JSON.createObjectNode().put("type", TESTED).put("trial", trial).put("quality", quality);
  }

  static ObjectNode ended(TrialRecord trial) {
    Repeat repeat = trial.request().repeat();
    return repeat == null
        ? trial(ENDED, trial)
        : RepeatFormat.put(trial(RepeatFormat.ENDED, trial), repeat);
  }

  static ObjectNode paused(PausedTrial paused) {
    return trial(PAUSED, paused.trial()).put("checkpoint_sha256", paused.checkpointSha256());
  }

  private static PausedTrial readPaused(JsonNode node, Catalogue catalogue) {
    return new PausedTrial(readTrial(node, null, catalogue), text(node, "checkpoint_sha256"));
  }

  static ObjectNode decision(RungDecision decided) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("type", DECISION)
            .put("trial", decided.trial())
            .put("bracket", decided.bracket())
            .put("rung", decided.rung())
            .put("epochs", decided.epochs())
            .put("goes_on", decided.decision().goesOn())
            .put("rank", decided.decision().rank())
            .put("compared", decided.decision().compared())
            .put("threshold", decided.decision().threshold());
    decided.peers().forEach(node.putArray("peers")::add);
    return node;
  }

  private static RungDecision readDecision(JsonNode node) {
    return new RungDecision(
        whole(node, "trial"),
        whole(node, "bracket"),
        whole(node, "rung"),
        whole(node, "epochs"),
        new Decision(
            truth(node, "goes_on"),
            whole(node, "rank"),
            whole(node, "compared"),
            real(node, "threshold")),
        wholes(node, "peers"));
  }

  private static ObjectNode trial(String type, TrialRecord trial) {
    TrialRequest request = trial.request();
    TrialResult result = trial.result();
    ObjectNode node =
        JSON.createObjectNode()
            .put("type", type)
            .put("trial", trial.trial())
            .put("round", request.round())
            .put("seed", request.seed());
    node.set("parameters", json(request.hyperparameters()));
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
      Score training = measurement.training();
      measured.set("training", training == null ? null : json(training));
      measured.put("best_epoch", measurement.bestEpoch());
    }
    ArrayNode curve = node.put("epochs", result.epochs()).putArray("curve");
    result.curve().forEach(curve::add);
    GradientNormsFormat.put(node, result.gradientNorms());
    Instant started = result.started();
    if (started != null) {
      node.put("started", started.toString());
    }
    return node.put("seconds", result.seconds())
        .put("executor", result.executor())
        .put("device", result.device())
        .put("attempts", result.attempts())
        .put("error", result.error());
  }

  private static TrialRecord readTrial(
      JsonNode node, @Nullable Repeat repeat, Catalogue catalogue) {
    int trial = whole(node, "trial");
    var request =
        new TrialRequest(
            trial,
            whole(node, "round"),
            wholeOf64Bits(node, "seed"),
            hyperparameters(node, catalogue),
            repeat);
    TrialState state = TrialState.valueOf(text(node, "state"));
    String error = textOrNull(node, "error");
    JsonNode measured = required(node, "measurement");
    var result =
        new TrialResult(
            trial,
            state,
            stopReason(node, state, error),
            measured.isNull() ? null : measurement(measured),
            whole(node, "epochs"),
            reals(node, "curve"),
            GradientNormsFormat.read(node),
            instantOrNull(node, "started"),
            real(node, "seconds"),
            text(node, "executor"),
            text(node, "device"),
            whole(node, "attempts"),
            error);
    return new TrialRecord(request, result);
  }

  /** Before there was a TRIAL_TIMEOUT, only a trial's error told of it. */
  private static @Nullable StopReason stopReason(
      JsonNode node, TrialState state, @Nullable String error) {
    String reason = textOrNull(node, "stop_reason");
    if (reason != null) {
      return StopReason.valueOf(reason);
    }
    boolean late =
        state == TrialState.FAILED && error != null && error.startsWith("limits.trial_timeout: ");
    return late ? StopReason.TRIAL_TIMEOUT : null;
  }

  static ObjectNode prior(Prior prior) {
    ObjectNode node = JSON.createObjectNode().put("type", PRIOR);
    node.set("parameters", json(prior.hyperparameters()));
    return node.put("cost", prior.cost());
  }

  private static Prior readPrior(JsonNode node, Catalogue catalogue) {
    return new Prior(hyperparameters(node, catalogue), real(node, "cost"));
  }

  static ObjectNode json(Hyperparameters hyperparameters) {
    ObjectNode node = JSON.createObjectNode();
    hyperparameters.set().forEach((parameter, value) -> node.set(parameter.key(), json(value)));
    return node;
  }

  private static Hyperparameters hyperparameters(JsonNode record, Catalogue catalogue) {
    JsonNode node = required(record, "parameters");
    var values = new LinkedHashMap<Tunable, ParameterValue>();
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      String key = each.getKey();
      Tunable parameter =
          catalogue
              .named(key)
              .orElseThrow(
                  () -> new IllegalArgumentException("no hyperparameter is called " + key));
      values.put(parameter, value(parameter, node, key));
    }
    return new Hyperparameters(values);
  }

  private static Measurement measurement(JsonNode node) {
    return new Measurement(
        real(node, "objective"),
        score(required(node, "validation")),
        required(node, "training").isNull() ? null : score(required(node, "training")),
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

  private static ParameterValue value(Tunable parameter, JsonNode node, String key) {
    Legal legal = parameter.legal();
    if (legal instanceof Legal.RealRange) {
      return new Real(real(node, key));
    } else if (legal instanceof Legal.WholeRange) {
      return new Whole(whole(node, key));
    } else if (legal instanceof Legal.OneOf) {
      return new Text(text(node, key));
    } else if (legal instanceof Legal.Switch) {
      return new Flag(truth(node, key));
    }
    return new Widths(wholes(node, key));
  }
}
