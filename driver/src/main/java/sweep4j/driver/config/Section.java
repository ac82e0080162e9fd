package sweep4j.driver.config;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.Node.Entry;
import sweep4j.driver.config.Node.Mapping;
import sweep4j.trial.CustomParameter;
import sweep4j.trial.Hyperparameter;

/**
 * A mapping of the sweep file, whose keys are known by name.
 *
 * @param path its name in messages, such as {@code parameters.dropout}; empty for the whole file
 * @param place where to report what is missing from it
 */
record Section(String path, Place place, Map<String, Entry> entries, Problems problems) {

  /** Turns a value into something typed; after reporting a problem it returns null. */
  interface Reading<T> {
    @Nullable T of(Value value);
  }

  /**
   * The section, after a problem has been reported for each key that is not among {@code known}.
   */
  static Section of(
      String path, Place place, Mapping mapping, List<String> known, Problems problems) {
    var section = new Section(path, place, mapping.entries(), problems);
    section.refuseUnknown(known);
    return section;
  }

  /** Reports a problem for each key that is not among {@code known}. */
  void refuseUnknown(List<String> known) {
    entries.forEach(
        (name, entry) -> {
          if (!known.contains(name)) {
            problems.add(entry.keyPlace(), unknown(name, path, known));
          }
        });
  }

  private static String unknown(String name, String path, List<String> known) {
    String where = path.isEmpty() ? "" : " in " + path;
    String advice =
        nearest(name, known)
            .or(() -> elsewhere(name))
            .map(meant -> "did you mean `" + meant + "`?")
            .orElseGet(() -> knownAre(name, known));
    return "unknown key `" + Node.Shown.shorten(name) + "`" + where + "; " + advice;
  }

  /** The prefix of a custom parameter is no letter right. */
  private static Optional<String> nearest(String name, List<String> known) {
    String prefix = CustomParameter.PREFIX;
    return name.startsWith(prefix)
        ? Spelling.nearest(
                name.substring(prefix.length()),
                declared(known).stream().map(each -> each.substring(prefix.length())).toList())
            .map(prefix::concat)
        : Spelling.nearest(name, known);
  }

  private static List<String> declared(List<String> known) {
    return known.stream().filter(each -> each.startsWith(CustomParameter.PREFIX)).toList();
  }

  private static String knownAre(String name, List<String> known) {
    if (!name.startsWith(CustomParameter.PREFIX)) {
      return "known keys are " + String.join(", ", known);
    }
    List<String> declared = declared(known);
    return declared.isEmpty()
        ? "the network declares no parameters of its own (model.type: class may)"
        : "the network declares " + String.join(", ", declared);
  }

  /** The path of a key that is right but stands in the wrong section. */
  private static Optional<String> elsewhere(String name) {
    return Hyperparameter.named(name)
        .map(hyperparameter -> "parameters." + hyperparameter.key())
        .or(
            () ->
                Arrays.stream(Key.values())
                    .filter(key -> key.leaf().equals(name) && !key.path().contains("*"))
                    .map(Key::path)
                    .findFirst());
  }

  boolean has(Key key) {
    return entries.containsKey(key.leaf());
  }

  /** What {@code key} holds, or {@code fallback} where it is left out; null after a problem. */
  <T> @Nullable T read(Key key, T fallback, Reading<T> reading) {
    return has(key) ? readHere(key, reading) : fallback;
  }

  /** What {@code key} holds; to leave it out is a problem. Null after a problem. */
  <T> @Nullable T read(Key key, Reading<T> reading) {
    if (has(key)) {
      return readHere(key, reading);
    }
    problems.add(place, pathOf(key) + " is missing: " + key.help());
    return null;
  }

  private <T> @Nullable T readHere(Key key, Reading<T> reading) {
    Value value = value(key.leaf());
    return value.unusable() ? null : reading.of(value);
  }

  /** The value of a key that is there. */
  Value value(String name) {
    Entry entry = entry(name);
    return Value.of(path.isEmpty() ? name : path + "." + name, entry, problems);
  }

  /** Reports that what {@code key} holds is wrong in view of other keys. */
  void problem(Key key, String message) {
    problems.add(placeOf(key), message);
  }

  /** Where {@code key} stands; the section's own place where it is left out. */
  Place placeOf(Key key) {
    return has(key) ? entry(key.leaf()).keyPlace() : place;
  }

  /** Where a key that is there stands. */
  Place keyPlace(String name) {
    return entry(name).keyPlace();
  }

  String pathOf(Key key) {
    return path.isEmpty() ? key.leaf() : path + "." + key.leaf();
  }

  private Entry entry(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new IllegalArgumentException(path + " has no " + name);
    }
    return entry;
  }
}
