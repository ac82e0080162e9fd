package sweep4j.driver.config;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Widths;

/** Single values as YAML, on one line, safe inside {@code {...}} and {@code [...]} too. */
public final class YamlText {
  // The first character rules out numbers and all of YAML's signs.
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./-]*");

  /** Words that some version of YAML takes for something else than text. */
  private static final Set<String> WORDS =
      Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

  private YamlText() {}

  /** A text, in quotes where it needs them. */
  public static String of(String text) {
    boolean plain = PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
    return plain ? text : quoted(text);
  }

  /** A text in quotes, which nothing takes for anything but a text. */
  public static String quoted(String text) {
    return text.codePoints().mapToObj(YamlText::escaped).collect(joining("", "\"", "\""));
  }

  static String of(ParameterValue value) {
    if (value instanceof Widths widths) {
      return widths.value().toString();
    }
    return value instanceof Text text ? of(text.value()) : value.toString();
  }

  private static String escaped(int codePoint) {
    return switch (codePoint) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      // The byte order mark and the line separators, which YAML would not give back.
      case 0xFEFF, 0x2028, 0x2029 -> hexadecimal(codePoint);
      default ->
          Character.isISOControl(codePoint)
              ? hexadecimal(codePoint)
              : Character.toString(codePoint);
    };
  }

  private static String hexadecimal(int codePoint) {
    return "\\u%04x".formatted(codePoint);
  }
}
