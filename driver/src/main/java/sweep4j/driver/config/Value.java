package sweep4j.driver.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.Node.Entry;
import sweep4j.driver.config.Node.Mapping;
import sweep4j.driver.config.Node.Nothing;
import sweep4j.driver.config.Node.Refused;
import sweep4j.driver.config.Node.Scalar;
import sweep4j.driver.config.Node.Sequence;

/**
 * A value of the sweep file. Each reader reports a problem and returns null where the value is not
 * what the reader is for.
 *
 * @param path its name in messages
 * @param place where it stands
 */
record Value(String path, Place place, Node node, Problems problems) {

  static Value of(String path, Entry entry, Problems problems) {
    // A block of YAML begins on the line below its key, but it is the key that people look for.
    boolean oneLine = entry.value() instanceof Scalar;
    Place place = oneLine ? entry.value().place() : entry.keyPlace();
    return new Value(path, place, entry.value(), problems);
  }

  /** Whether there is nothing to read here, which has then been reported. */
  boolean unusable() {
    if (node instanceof Nothing) {
      problems.add(place, path + " has no value");
    }
    return node instanceof Nothing || node instanceof Refused;
  }

  /** Reports that the value breaks {@code rule}, which is fit to follow "must be". */
  void mustBe(String rule) {
    report(rule, node instanceof Scalar scalar ? Numbers.remark(scalar.text()) : "");
  }

  private void report(String rule, String remark) {
    if (!node.refused()) {
      problems.add(place, path + " must be " + rule + ", but got " + node.shown() + remark);
    }
  }

  /** Text that is not empty. */
  @Nullable String text(String rule) {
    if (node instanceof Scalar scalar && !scalar.text().isBlank()) {
      return scalar.text();
    }
    report(rule, "");
    return null;
  }

  /** A finite number. */
  @Nullable Double real(String rule) {
    Double number = node instanceof Scalar scalar ? Numbers.real(scalar.text()) : null;
    if (number == null) {
      mustBe(rule);
    }
    return number;
  }

  /** A whole number from {@code min} to {@code max}, both included. */
  @Nullable Long whole(long min, long max, String rule) {
    Long number = node instanceof Scalar scalar ? Numbers.whole(scalar.text()) : null;
    if (number == null || number < min || number > max) {
      mustBe(rule);
      return null;
    }
    return number;
  }

  /** A whole number from {@code min} on. */
  @Nullable Integer count(int min) {
    return count(min, Integer.MAX_VALUE);
  }

  /** A whole number from {@code min} to {@code max}. */
  @Nullable Integer count(int min, int max) {
    Long number = whole(min, max, "a whole number from " + min + " to " + max);
    return number == null ? null : number.intValue();
  }

  /** True or false. */
  @Nullable Boolean flag() {
    String text = node instanceof Scalar scalar ? scalar.text() : "";
    if (!text.equals("true") && !text.equals("false")) {
      mustBe("true or false");
      return null;
    }
    return text.equals("true");
  }

  /** One of the names that {@code choices} gives a meaning. */
  <E> @Nullable E choice(Map<String, E> choices) {
    E chosen = node instanceof Scalar scalar ? choices.get(scalar.text()) : null;
    if (chosen == null) {
      report("one of " + String.join(", ", choices.keySet()), "");
    }
    return chosen;
  }

  /** The items of a list that is not empty. */
  @Nullable List<Value> items(String rule) {
    if (node instanceof Sequence sequence && !sequence.items().isEmpty()) {
      return sequence.items().stream()
          .map(item -> new Value("each of " + path, item.place(), item, problems))
          .toList();
    }
    mustBe(rule);
    return null;
  }

  /** A mapping with the keys that {@code section} has in the grammar. */
  @Nullable Section section(String section, String rule) {
    return section(Key.namesIn(section), rule);
  }

  /** A mapping whose keys are still to be judged; see {@link Section#refuseUnknown}. */
  @Nullable Section section(String rule) {
    if (node instanceof Mapping mapping) {
      return new Section(path, place, mapping.entries(), problems);
    }
    mustBe(rule);
    return null;
  }

  /** A mapping with {@code known} keys. */
  @Nullable Section section(List<String> known, String rule) {
    if (node instanceof Mapping mapping) {
      return Section.of(path, place, mapping, known, problems);
    }
    mustBe(rule);
    return null;
  }
}
