package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the corpus of bad input, whose form {@code bad-input/README.md} describes. */
final class BadCases {

  /** As Java writes them; what cannot be seen would get lost in a file of text. */
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-f]{4}|[nrt0\\\\])");

  private final String file;
  private final List<String> lines;
  private int at;
  private String base = "csv";

  private BadCases(String file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /** The folder of the corpus. */
  static Path folder() {
    try {
      return Path.of(Objects.requireNonNull(BadCases.class.getResource("/bad-input")).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError("a resource's place is a URI", e);
    }
  }

  /** All cases of all files. */
  static List<BadCase> all() throws IOException {
    var all = new ArrayList<BadCase>();
    try (Stream<Path> files = Files.list(folder())) {
      for (Path each : files.filter(file -> file.toString().endsWith(".cases")).sorted().toList()) {
        all.addAll(new BadCases(each.getFileName().toString(), Files.readAllLines(each)).read());
      }
    }
    return all;
  }

  private List<BadCase> read() {
    var cases = new ArrayList<BadCase>();
    while (at < lines.size()) {
      String line = lines.get(at++);
      if (word(line).equals("base")) {
        base = rest(line);
      } else if (word(line).equals("case")) {
        cases.add(one());
      } else {
        assertThat(line.isBlank() || line.startsWith("#")).as(place(at)).isTrue();
      }
    }
    return cases;
  }

  private String place(int line) {
    return file + ":" + line;
  }

  private static String word(String line) {
    return line.split(" ", 2)[0];
  }

  private static String rest(String line) {
    String[] parts = line.split(" ", 2);
    return parts.length == 1 ? "" : parts[1];
  }

  /** What follows the word of a line, in words of its own; a space within one is escaped. */
  private static String[] words(String line) {
    return Arrays.stream(rest(line).split(" ", -1)).map(BadCases::unescaped).toArray(String[]::new);
  }

  /** The case whose first line has been read. It ends with a blank line. */
  private BadCase one() {
    String place = place(at);
    var steps = new ArrayList<BadCase.Step>();
    var arguments = new ArrayList<String>();
    var command = new ArrayList<String>();
    var says = new ArrayList<String>();
    String edited = BadCase.SWEEP;
    while (at < lines.size() && !lines.get(at).isBlank()) {
      String line = lines.get(at++);
      String rest = unescaped(rest(line));
      switch (word(line)) {
        case "in" -> edited = rest;
        case "replace" -> steps.add(replacement(edited, rest));
        case "file" -> steps.add(text(rest));
        case "made" -> steps.add(made(words(line)));
        case "set" -> arguments.addAll(List.of("--set", rest));
        case "argument" -> arguments.add(rest);
        case "command" -> command.addAll(List.of(words(line)));
        case "at" -> says.add("{folder}/" + BadCase.SWEEP + ":" + rest.replaceFirst(" ", ": "));
        case "says" -> says.add(rest);
        default -> throw new AssertionError(place(at) + ": " + line);
      }
    }
    assertThat(says).as(place).isNotEmpty();
    return new BadCase(place, base, steps, arguments, command, says);
  }

  private BadCase.Step replacement(String name, String old) {
    String line = at < lines.size() ? lines.get(at++) : "";
    assertThat(word(line)).as(place(at)).isEqualTo("by");
    String by = unescaped(rest(line));
    String place = place(at);
    return folder -> {
      Path file = folder.resolve(name);
      String before = Files.readString(file, StandardCharsets.UTF_8);
      // A case that changes nothing would prove nothing.
      assertThat(before.split(Pattern.quote(old), -1)).as(place).hasSize(2);
      Files.writeString(file, before.replace(old, by));
    };
  }

  private BadCase.Step text(String name) {
    var text = new StringBuilder();
    while (at < lines.size() && lines.get(at).startsWith("|")) {
      text.append(unescaped(lines.get(at++).replaceFirst("^\\| ?", ""))).append('\n');
    }
    return folder ->
        BadCase.write(folder.resolve(name), text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static BadCase.Step made(String[] words) {
    String[] arguments = Arrays.copyOfRange(words, 2, words.length);
    return folder -> Made.make(words[1], folder.resolve(words[0]), arguments);
  }

  private static String unescaped(String text) {
    return ESCAPE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found)));
  }

  private static String character(MatchResult escape) {
    String code = escape.group(1);
    return switch (code.charAt(0)) {
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case '0' -> "\0";
      case 'u' -> String.valueOf((char) Integer.parseInt(code.substring(1), 16));
      default -> "\\";
    };
  }
}
