package sweep4j.worker.model;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.JsonNode;
import sweep4j.trial.ModelType.Dl4j;

/**
 * Reads configurations that Deeplearning4j wrote as JSON. Such a text names the classes that its
 * objects are of, and reading it makes them; so only Deeplearning4j's and ND4J's are let through.
 */
final class DescriptionReader {
  private DescriptionReader() {}

  /**
   * The configuration, of either kind.
   *
   * @throws IllegalArgumentException if it is none, or names other classes, in words for the user
   */
  static NetworkConfiguration read(Dl4j model) {
    JsonNode tree = tree(model);
    boolean chain = tree.has("confs");
    if (chain == tree.has("vertices")) {
      throw wrong(
          model,
          "it is neither a MultiLayerConfiguration nor a ComputationGraphConfiguration as their toJson() writes it");
    }
    try {
      return chain
          ? new NetworkConfiguration.Chain(MultiLayerConfiguration.fromJson(model.json()))
          : new NetworkConfiguration.Graph(ComputationGraphConfiguration.fromJson(model.json()));
    } catch (RuntimeException | LinkageError e) {
      // Deeplearning4j wraps what its mapper says in exceptions without a type of their own.
      throw new IllegalArgumentException(words(model, DescriptionFault.words(e)), e);
    }
  }

  /** Whether it names a layer that a batch of one example is no use to. */
  static boolean hasBatchNormalization(Dl4j model) {
    return model.json().contains("\"" + BatchNormalization.class.getName() + "\"");
  }

  private static JsonNode tree(Dl4j model) {
    try {
      DescriptionScan.check(model.json(), name -> false);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(words(model, String.valueOf(e.getMessage())), e);
    }
    try {
      JsonNode tree = NeuralNetConfiguration.mapper().readTree(model.json());
      if (tree != null && tree.isObject()) {
        return tree;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          words(model, "it is not JSON: " + e.getOriginalMessage()), e);
    }
    throw wrong(model, "it is not a JSON object");
  }

  static IllegalArgumentException wrong(Dl4j model, String why) {
    return new IllegalArgumentException(words(model, why));
  }

  static String words(Dl4j model, String why) {
    return "%s is no network that this sweep can train: %s".formatted(model.location(), why);
  }
}
