package sweep4j.driver.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sweep4j.trial.Printable;

/** A piece of a YAML document that remembers its place, which Jackson's own tree does not. */
sealed interface Node {

  /** Where it begins. */
  Place place();

  /** As a message shows it: short, on one line. */
  String shown();

  /** Whether a problem with it, or with something inside, has been reported already. */
  default boolean refused() {
    return false;
  }

  /**
   * Text whose meaning the key decides. Quoted or not makes no difference: {@code 1e-5} and {@code
   * "0.1"} are numbers where a number belongs, and {@code 7} is a name where a name belongs.
   */
  record Scalar(Place place, String text) implements Node {
    @Override
    public String shown() {
      return text.isBlank() ? "\"" + text.replaceAll("\\v", " ") + "\"" : Shown.shorten(text);
    }
  }

  /** A key without a value, or {@code null}. */
  record Nothing(Place place) implements Node {
    @Override
    public String shown() {
      return "nothing";
    }
  }

  /** A list. */
  record Sequence(Place place, List<Node> items) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public boolean refused() {
      return items.stream().anyMatch(Node::refused);
    }

    @Override
    public String shown() {
      return Shown.shorten(
          items.stream().map(Node::shown).collect(Collectors.joining(", ", "[", "]")));
    }
  }

  /** Keys and their values, in the order of the text. */
  record Mapping(Place place, Map<String, Entry> entries) implements Node {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public boolean refused() {
      return entries.values().stream().anyMatch(entry -> entry.value().refused());
    }

    /** This mapping, with {@code key} added or replaced. */
    Mapping with(String key, Entry entry) {
      var changed = new LinkedHashMap<>(entries);
      changed.put(key, entry);
      return new Mapping(place, changed);
    }

    @Override
    public String shown() {
      return Shown.shorten(
          entries.entrySet().stream()
              .map(each -> each.getKey() + ": " + each.getValue().value().shown())
              .collect(Collectors.joining(", ", "{", "}")));
    }
  }

  /** Something that a problem has been reported for already; it must not cause a second one. */
  record Refused(Place place) implements Node {
    @Override
    public String shown() {
      return "something that is not understood";
    }

    @Override
    public boolean refused() {
      return true;
    }
  }

  /** A value, and where its key stands. */
  record Entry(Place keyPlace, Node value) {}

  /** Keeps messages to one line of a sensible length. */
  final class Shown {
    private static final int MAX_LENGTH = 80;

    private Shown() {}

    static String shorten(String text) {
      String line = Printable.line(text);
      return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH - 3) + "...";
    }
  }
}
