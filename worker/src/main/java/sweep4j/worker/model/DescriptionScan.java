package sweep4j.worker.model;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.shade.jackson.core.JsonParser;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.core.JsonToken;

/**
 * Looks through a description before any object is made from it. It reads the text as it is made
 * into objects, one piece after the other: a tree keeps the last of two keys of one name, and the
 * object is of the class that the first one names.
 */
public final class DescriptionScan {
  /** Layers that wrap layers need about 12; reading and writing need a stack that grows with it. */
  private static final int MOST_LEVELS = 64;

  /** Keys by which Deeplearning4j's own annotations name a class; a distribution says "type". */
  private static final Set<String> CLASS_KEYS = Set.of("@class", "type");

  static final List<String> ALLOWED = List.of("org.deeplearning4j.", "org.nd4j.");

  /** Whole libraries that ND4J brings along under its own name. */
  private static final String OTHERS = "org.nd4j.shade.";

  /** No type parameters, by which a name could hold others. */
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_.$]+");

  private DescriptionScan() {}

  /**
   * Refuses a description from which no object may be made.
   *
   * @param known classes from elsewhere that may be named all the same
   * @throws IllegalArgumentException with the reason, in words for the user
   */
  public static void check(String json, Predicate<String> known) {
    try (JsonParser parser = NeuralNetConfiguration.mapper().getFactory().createParser(json)) {
      parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth > MOST_LEVELS) {
          throw new IllegalArgumentException(
              "it nests more than %d levels deep".formatted(MOST_LEVELS));
        }
        if (CLASS_KEYS.contains(String.valueOf(parser.currentName())) && token.isScalarValue()) {
          checkClass(parser.currentName(), parser.getText(), known);
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("it is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException impossible) {
      throw new IllegalStateException("reading from memory failed", impossible);
    }
  }

  private static void checkClass(String key, String name, Predicate<String> known) {
    // Other keys of this name say "FF" or "Double": there, only a name with a package is a class.
    boolean names = key.equals("@class") || name.indexOf('.') >= 0;
    boolean ours = ALLOWED.stream().anyMatch(name::startsWith) && !name.startsWith(OTHERS);
    boolean allowed = PLAIN_NAME.matcher(name).matches() && (ours || known.test(name));
    if (names && !allowed) {
      throw new IllegalArgumentException(
          "it names the class \"%s\", but only classes of %s are let through"
              .formatted(name, String.join(" and ", ALLOWED)));
    }
  }
}
