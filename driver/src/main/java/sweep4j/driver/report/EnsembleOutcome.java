package sweep4j.driver.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The scores of ensembles, as {@code ensemble.json} has them. */
public final class EnsembleOutcome {

  private static final ObjectMapper JSON = new ObjectMapper();

  private EnsembleOutcome() {}

  /** The table of {@code ensemble.json}, whose text is {@code json}. */
  public static Outcome of(String json) throws JsonProcessingException {
    JsonNode whole = JSON.readTree(json);
    String quality = whole.path("classes").isEmpty() ? "rmse" : "accuracy";
    var columns =
        List.of(
            "networks",
            "validation loss",
            "validation " + quality,
            "test loss",
            "test " + quality,
            "trials");
    var rows = new ArrayList<List<Object>>();
    for (Map.Entry<String, JsonNode> each : whole.path("ensembles").properties()) {
      JsonNode ensemble = each.getValue();
      rows.add(
          List.of(
              each.getKey(),
              score(ensemble, "validation", "loss"),
              score(ensemble, "validation", quality),
              score(ensemble, "test", "loss"),
              score(ensemble, "test", quality),
              members(ensemble)));
    }
    return new Outcome(
        "Ensembles of the best trials' networks",
        columns,
        rows,
        "Chosen on the validation split; the test split was scored once, after that.");
  }

  private static Object score(JsonNode ensemble, String split, String name) {
    JsonNode score = ensemble.path(split).path(name);
    return score.isNumber() ? (Object) score.doubleValue() : "";
  }

  private static String members(JsonNode ensemble) {
    return StreamSupport.stream(ensemble.path("members").spliterator(), false)
        .map(
            member -> {
              int count = member.path("count").asInt();
              return member.path("trial").asText() + (count == 1 ? "" : " \u00d7 " + count);
            })
        .collect(Collectors.joining(", "));
  }
}
