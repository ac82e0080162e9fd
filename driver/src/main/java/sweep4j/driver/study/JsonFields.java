package sweep4j.driver.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a JSON object as what they must be. What is missing or of another kind is an
 * {@link IllegalArgumentException} that names the field.
 */
final class JsonFields {

  private JsonFields() {}

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

  static @Nullable String textOrNull(JsonNode node, String key) {
    return required(node, key).isNull() ? null : text(node, key);
  }

  /** Null also where the field is missing, as in journals of before there was one. */
  static @Nullable Instant instantOrNull(JsonNode node, String key) {
    if (!node.has(key)) {
      return null;
    }
    String text = text(node, key);
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "\"" + key + "\" must be a time, but is \"" + text + "\"", e);
    }
  }

  static int whole(JsonNode node, String key) {
    JsonNode value = required(node, key);
    return checked(value, key, value.isInt(), "a whole number").intValue();
  }

  static long wholeOf64Bits(JsonNode node, String key) {
    JsonNode value = required(node, key);
    boolean whole = value.isIntegralNumber() && value.canConvertToLong();
    return checked(value, key, whole, "a whole number of 64 bits").longValue();
  }

  static boolean truth(JsonNode node, String key) {
    JsonNode value = required(node, key);
    return checked(value, key, value.isBoolean(), "true or false").booleanValue();
  }

  static List<Integer> wholes(JsonNode node, String key) {
    var wholes = new ArrayList<Integer>();
    for (JsonNode each : required(node, key)) {
      wholes.add(checked(each, key, each.isInt(), "whole numbers").intValue());
    }
    return wholes;
  }

  static List<String> texts(JsonNode node, String key) {
    var texts = new ArrayList<String>();
    for (JsonNode each : required(node, key)) {
      texts.add(checked(each, key, each.isTextual(), "texts").textValue());
    }
    return texts;
  }

  static List<Double> reals(JsonNode node, String key) {
    return realsIn(required(node, key), key);
  }

  /** The numbers of an array. */
  static List<Double> realsIn(JsonNode array, String key) {
    var reals = new ArrayList<Double>();
    for (JsonNode each : array) {
      reals.add(realIn(each, key));
    }
    return reals;
  }

  static double real(JsonNode node, String key) {
    return realIn(required(node, key), key);
  }

  private static double realIn(JsonNode value, String key) {
    if (value.isTextual()) {
      // JSON has no NaN and no infinity; Jackson writes them as text.
      return Double.parseDouble(value.textValue());
    }
    return checked(value, key, value.isNumber(), "a number").doubleValue();
  }

  /** Jackson would make a zero of what is no number, and null of what is no text. */
  static JsonNode checked(JsonNode value, String key, boolean holds, String kind) {
    if (!holds) {
      throw new IllegalArgumentException("\"" + key + "\" must be " + kind + ", but is " + value);
    }
    return value;
  }
}
