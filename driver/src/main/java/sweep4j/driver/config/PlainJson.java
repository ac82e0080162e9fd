package sweep4j.driver.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import sweep4j.driver.config.Node.Mapping;
import sweep4j.driver.config.Node.Nothing;
import sweep4j.driver.config.Node.Refused;
import sweep4j.driver.config.Node.Scalar;
import sweep4j.driver.config.Node.Sequence;

/** YAML as an editor sees it, which knows no keys: what looks like a number or a flag is one. */
final class PlainJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private PlainJson() {}

  static JsonNode of(Node node) {
    if (node instanceof Mapping mapping) {
      ObjectNode object = JSON.objectNode();
      mapping.entries().forEach((name, entry) -> object.set(name, of(entry.value())));
      return object;
    }
    if (node instanceof Sequence sequence) {
      ArrayNode array = JSON.arrayNode();
      sequence.items().forEach(item -> array.add(of(item)));
      return array;
    }
    if (node instanceof Scalar scalar) {
      return scalar(scalar.text());
    }
    if (node instanceof Nothing) {
      return NullNode.getInstance();
    }
    throw new IllegalArgumentException(((Refused) node).shown() + " has no meaning");
  }

  /** Of YAML that is sound. */
  static JsonNode of(String yaml) {
    var problems = new Problems();
    Node node = YamlTree.parse(yaml, Origin.override(1, yaml), problems);
    try {
      problems.throwIfAny();
    } catch (SweepFileException wrong) {
      throw new IllegalArgumentException(yaml + " is no YAML", wrong);
    }
    return of(Objects.requireNonNull(node));
  }

  private static JsonNode scalar(String text) {
    Long whole = Numbers.whole(text);
    if (whole != null) {
      return JSON.numberNode(whole.longValue());
    }
    Double real = Numbers.real(text);
    if (real != null) {
      return JSON.numberNode(real.doubleValue());
    }
    return List.of("true", "false").contains(text)
        ? JSON.booleanNode(text.equals("true"))
        : JSON.textNode(text);
  }
}
