package sweep4j.driver.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the YAML parser says of a text that is not YAML, on one line. The parser writes a sentence,
 * the position, an excerpt; often this twice, first for where the broken construct begins, then for
 * where it breaks:
 *
 * <pre>{@code
 * while parsing a flow sequence
 *  in 'reader', line 3, column 8:
 *       path: [a, b
 *             ^
 * expected ',' or ']', but got :
 *  in 'reader', line 4, column 9:
 *       label: x
 *            ^
 * }</pre>
 *
 * becomes, at line 4, "while parsing a flow sequence (line 3), expected ',' or ']', but got :".
 */
final class YamlFault {
  private static final Pattern POSITION = Pattern.compile(" in .*, line (\\d+), column (\\d+):?");

  private YamlFault() {}

  static void report(JsonProcessingException fault, Origin origin, Problems problems) {
    var sentences = new ArrayList<String>();
    var positions = new ArrayList<Place>();
    for (String line : fault.getOriginalMessage().lines().toList()) {
      Matcher position = POSITION.matcher(line);
      if (position.matches()) {
        positions.add(
            origin.at(Integer.parseInt(position.group(1)), Integer.parseInt(position.group(2))));
      } else if (!line.isBlank() && !line.startsWith(" ")) {
        // What follows names classes of the parser.
        sentences.add(line.replaceFirst(", got this instead: .*", ""));
      }
    }
    Place place = positions.isEmpty() ? located(fault, origin) : last(positions);
    boolean begunElsewhere = positions.size() > 1 && positions.get(0).line() != place.line();
    if (begunElsewhere && !sentences.isEmpty()) {
      sentences.set(0, sentences.get(0) + " (" + positions.get(0).inWords() + ")");
    }
    problems.add(place, "this is not valid YAML: " + String.join(", ", sentences));
  }

  private static Place located(JsonProcessingException fault, Origin origin) {
    JsonLocation location = fault.getLocation();
    return location == null || location.getLineNr() < 1
        ? origin.whole()
        : origin.at(location.getLineNr(), location.getColumnNr());
  }

  private static Place last(List<Place> places) {
    return places.get(places.size() - 1);
  }
}
