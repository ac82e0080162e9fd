package sweep4j.worker.model;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.DeserializationFeature;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectReader;

/**
 * A configuration of Deeplearning4j's as the JSON that it is, before anything is made of it. Such a
 * text names the classes that its objects are of, and reading it loads them.
 *
 * @param root of the tree
 */
public record ConfigurationTree(JsonNode root) {

  /** Where classes may come from whatever names them. */
  static final List<String> HOMES = List.of("org.deeplearning4j.", "org.nd4j.");

  private static final String CLASS = "@class";

  /** Under this key, distributions name their classes; elsewhere it may be any word. */
  private static final String TYPE = "type";

  /**
   * Of two values for one key, this reader would take the last, and Deeplearning4j's the first: one
   * could be looked at, and the other loaded.
   */
  private static final ObjectReader READER =
      NeuralNetConfiguration.mapper()
          .reader()
          .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  /**
   * The tree of {@code json}.
   *
   * @throws JsonProcessingException if it is not JSON, or says something twice
   */
  public static ConfigurationTree of(String json) throws JsonProcessingException {
    return new ConfigurationTree(READER.readTree(json));
  }

  /** What is named as a class and is neither Deeplearning4j's nor ND4J's, in order. */
  public Set<String> foreignClasses() {
    var foreign = new TreeSet<String>();
    addForeign(root, foreign);
    return foreign;
  }

  private static void addForeign(JsonNode node, Set<String> foreign) {
    for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      if (namesClass(field) && !isAtHome(field.getValue())) {
        foreign.add(field.getValue().isTextual() ? field.getValue().asText() : field.toString());
      }
    }
    for (JsonNode child : node) {
      addForeign(child, foreign);
    }
  }

  private static boolean namesClass(Map.Entry<String, JsonNode> field) {
    return field.getKey().equals(CLASS)
        || (field.getKey().equals(TYPE) && field.getValue().asText().contains("."));
  }

  private static boolean isAtHome(JsonNode name) {
    return name.isTextual() && HOMES.stream().anyMatch(name.asText()::startsWith);
  }
}
