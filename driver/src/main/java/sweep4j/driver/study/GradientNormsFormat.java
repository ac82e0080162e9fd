package sweep4j.driver.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.GradientNorms;

/**
 * The field {@code "gradient_norms":{"layers":[...],"epochs":[[...],...]}} of a trial's record,
 * which is there only where the sweep asks for it.
 */
final class GradientNormsFormat {
  private static final String KEY = "gradient_norms";

  private GradientNormsFormat() {}

  static void put(ObjectNode trial, @Nullable GradientNorms norms) {
    if (norms == null) {
      return;
    }
    ObjectNode node = trial.putObject(KEY);
    norms.layers().forEach(node.putArray("layers")::add);
    ArrayNode epochs = node.putArray("epochs");
    for (List<Double> epoch : norms.epochs()) {
      epoch.forEach(epochs.addArray()::add);
    }
  }

  static @Nullable GradientNorms read(JsonNode trial) {
    JsonNode node = trial.get(KEY);
    if (node == null) {
      return null;
    }
    var epochs = new ArrayList<List<Double>>();
    for (JsonNode epoch : JsonFields.required(node, "epochs")) {
      epochs.add(JsonFields.realsIn(epoch, "epochs of " + KEY));
    }
    return new GradientNorms(JsonFields.texts(node, "layers"), epochs);
  }
}
