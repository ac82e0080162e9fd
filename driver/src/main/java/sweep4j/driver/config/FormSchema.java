package sweep4j.driver.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import sweep4j.trial.Legal;

/** What a value may be, in the words of JSON Schema, draft 7. */
final class FormSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private FormSchema() {}

  static ObjectNode whole(long min, long max) {
    ObjectNode schema = typed("integer");
    if (min > Long.MIN_VALUE) {
      schema.put("minimum", min);
    }
    if (max < Long.MAX_VALUE) {
      schema.put("maximum", max);
    }
    return schema;
  }

  static ObjectNode text(String pattern) {
    ObjectNode schema = JSON.objectNode();
    ArrayNode types = schema.putArray("type").add("string");
    // A name may look like a number or a flag: what it is, the key decides.
    if (pattern.isEmpty() || "1".matches(pattern)) {
      types.add("number");
    }
    if (pattern.isEmpty() || "true".matches(pattern)) {
      types.add("boolean");
    }
    return schema.put("pattern", pattern.isEmpty() ? "\\S" : "^(?:" + pattern + ")$");
  }

  static ObjectNode listing(ObjectNode item, int least, int most) {
    ObjectNode schema = typed("array");
    schema.set("items", item);
    if (least > 0) {
      schema.put("minItems", least);
    }
    if (most < Integer.MAX_VALUE) {
      schema.put("maxItems", most);
    }
    return schema;
  }

  static ObjectNode either(List<ObjectNode> schemas) {
    ObjectNode schema = JSON.objectNode();
    schema.putArray("anyOf").addAll(schemas);
    return schema;
  }

  static ObjectNode of(Legal legal) {
    if (legal instanceof Legal.RealRange range) {
      return real(range);
    }
    if (legal instanceof Legal.WholeRange range) {
      return whole(range.min(), range.max());
    }
    if (legal instanceof Legal.OneOf some) {
      ObjectNode schema = typed("string");
      ArrayNode names = schema.putArray("enum");
      some.names().forEach(names::add);
      return schema;
    }
    if (legal instanceof Legal.Switch) {
      return typed("boolean");
    }
    ObjectNode width = whole(1, Legal.LayerWidths.MAX_WIDTH);
    return either(
        List.of(
            width,
            listing(width, 1, Legal.LayerWidths.MAX_LAYERS),
            typed("string").put("pattern", "^[1-9][0-9]*(x[1-9][0-9]*)*$")));
  }

  private static ObjectNode real(Legal.RealRange range) {
    ObjectNode schema = typed("number");
    if (range.min() > -Double.MAX_VALUE) {
      put(schema, range.minIncluded() ? "minimum" : "exclusiveMinimum", range.min());
    }
    if (range.max() < Double.MAX_VALUE) {
      put(schema, range.maxIncluded() ? "maximum" : "exclusiveMaximum", range.max());
    }
    return schema;
  }

  private static void put(ObjectNode schema, String bound, double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
      schema.put(bound, (long) value);
    } else {
      schema.put(bound, value);
    }
  }

  static ObjectNode typed(String type) {
    return JSON.objectNode().put("type", type);
  }
}
