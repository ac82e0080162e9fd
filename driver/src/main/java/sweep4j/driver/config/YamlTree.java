package sweep4j.driver.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.Node.Entry;
import sweep4j.driver.config.Node.Mapping;
import sweep4j.driver.config.Node.Nothing;
import sweep4j.driver.config.Node.Refused;
import sweep4j.driver.config.Node.Scalar;
import sweep4j.driver.config.Node.Sequence;

/**
 * Reads one YAML document from Jackson's stream of tokens. A sweep file is plain data: tags,
 * anchors and aliases are refused, so no text can construct an object or grow when it is read.
 */
final class YamlTree {
  /** The grammar of sweep files needs 6. */
  static final int MAX_DEPTH = 16;

  /** Ends reading at once: the parser's time grows with the square of the depth. */
  private static final class TooDeep extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;

    TooDeep(Place place) {
      this.place = place;
    }
  }

  private static final YAMLFactory FACTORY = new YAMLFactory();

  /** The text as the parser counts it. */
  private final int[] codePoints;

  private final YAMLParser parser;
  private final Origin origin;
  private final Problems problems;
  private boolean anchorReported;

  private YamlTree(String text, YAMLParser parser, Origin origin, Problems problems) {
    this.codePoints = text.codePoints().toArray();
    this.parser = parser;
    this.origin = origin;
    this.problems = problems;
  }

  /** The document in {@code text}; null after a problem that leaves no document to go on with. */
  static @Nullable Node parse(String text, Origin origin, Problems problems) {
    try (YAMLParser parser = FACTORY.createParser(text)) {
      return new YamlTree(text, parser, origin, problems).document();
    } catch (TooDeep tooDeep) {
      problems.add(tooDeep.place, "a sweep file must nest at most " + MAX_DEPTH + " levels deep");
      return null;
    } catch (JsonProcessingException invalid) {
      YamlFault.report(invalid, origin, problems);
      return null;
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from memory failed", impossible);
    }
  }

  private @Nullable Node document() throws IOException {
    if (parser.nextToken() == null) {
      return new Nothing(origin.at(1, 1));
    }
    Node root = node(1);
    if (parser.nextToken() != null) {
      problems.add(here(), "a sweep file must hold one YAML document, but a second one begins");
      return null;
    }
    return root;
  }

  /** The node that begins at the current token. */
  private Node node(int depth) throws IOException {
    Place place = here();
    boolean refused = refused(place);
    Node node = plainNode(place, depth);
    return refused ? new Refused(place) : node;
  }

  private Node plainNode(Place place, int depth) throws IOException {
    JsonToken token = parser.currentToken();
    if (token.isStructStart() && depth > MAX_DEPTH) {
      throw new TooDeep(place);
    }
    return switch (token) {
      case START_OBJECT -> mapping(place, depth);
      case START_ARRAY -> sequence(place, depth);
      case VALUE_NULL -> new Nothing(place);
      default -> new Scalar(place, parser.getText());
    };
  }

  private Mapping mapping(Place place, int depth) throws IOException {
    var entries = new LinkedHashMap<String, Entry>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Place keyPlace = here();
      refused(keyPlace);
      String key = parser.currentName();
      parser.nextToken();
      Node value = node(depth + 1);
      Entry first = entries.putIfAbsent(key, new Entry(keyPlace, value));
      if (first != null) {
        problems.add(
            keyPlace,
            "key `%s` is there already, at %s"
                .formatted(Node.Shown.shorten(key), first.keyPlace().inWords()));
      }
    }
    return new Mapping(place, entries);
  }

  private Sequence sequence(Place place, int depth) throws IOException {
    var items = new ArrayList<Node>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(depth + 1));
    }
    return new Sequence(place, items);
  }

  /**
   * Whether the current token is an alias or carries a tag or an anchor. Its first character tells,
   * as none of these can begin anything else; the parser keeps anchors of scalars to itself.
   */
  private boolean refused(Place place) {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    int first = start < codePoints.length ? codePoints[start] : ' ';
    if (first == '!') {
      problems.add(place, "tags are not understood; write the value without " + word(start));
      return true;
    }
    if (first == '&' || first == '*') {
      // Once is enough: whoever uses anchors uses them more than once.
      if (!anchorReported) {
        problems.add(
            place, "anchors and aliases (&name, *name) are not understood; write the value out");
      }
      anchorReported = true;
      return true;
    }
    return false;
  }

  private String word(int start) {
    int end = start;
    while (end < codePoints.length && !Character.isWhitespace(codePoints[end])) {
      end++;
    }
    return Node.Shown.shorten(new String(codePoints, start, end - start));
  }

  private Place here() {
    JsonLocation location = parser.currentTokenLocation();
    return origin.at(location.getLineNr(), location.getColumnNr());
  }
}
