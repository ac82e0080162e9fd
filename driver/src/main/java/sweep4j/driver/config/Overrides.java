package sweep4j.driver.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import sweep4j.driver.config.Node.Entry;
import sweep4j.driver.config.Node.Mapping;
import sweep4j.trial.Printable;

/**
 * Settings of the command line, {@code path=value}, put over those of the file. The path names a
 * key through its sections, {@code training.max_epochs}; the value is YAML. Example: {@code
 * parameters.batch_size.values=[16, 32]} replaces that list, or adds it where there is none.
 */
record Overrides(List<Assignment> assignments) {

  /** One override that could be read. */
  private record Assignment(List<String> path, Place place, Node value) {}

  static Overrides parse(List<String> texts, Problems problems) {
    var assignments = new ArrayList<Assignment>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      Origin origin = Origin.override(i + 1, Printable.line(text));
      int equals = text.indexOf('=');
      List<String> path = keys(text.substring(0, Math.max(0, equals)).strip());
      if (path.contains("")) {
        problems.add(
            origin.whole(), "an override must be path=value, such as training.max_epochs=3");
        continue;
      }
      Node value = YamlTree.parse(text.substring(equals + 1), origin, problems);
      if (value != null) {
        assignments.add(new Assignment(path, origin.whole(), value));
      }
    }
    return new Overrides(assignments);
  }

  /** The keys of a path; the dot in {@code custom.NAME} is a part of that key. */
  private static List<String> keys(String path) {
    return Arrays.asList(path.split("(?<!(?:^|\\.)custom)\\.", -1));
  }

  /** The file's settings with these over them; of two for the same path, the later one counts. */
  Mapping applyTo(Mapping file, Problems problems) {
    Mapping result = file;
    for (Assignment each : assignments) {
      result = set(result, each, 0, problems);
    }
    return result;
  }

  private static Mapping set(Mapping parent, Assignment wanted, int depth, Problems problems) {
    String key = wanted.path().get(depth);
    if (depth == wanted.path().size() - 1) {
      return parent.with(key, new Entry(wanted.place(), wanted.value()));
    }
    Entry old = parent.entries().get(key);
    if (old == null || old.value() instanceof Node.Nothing) {
      Mapping empty = new Mapping(wanted.place(), Map.of());
      return parent.with(key, new Entry(wanted.place(), set(empty, wanted, depth + 1, problems)));
    }
    if (old.value() instanceof Mapping child) {
      return parent.with(key, new Entry(old.keyPlace(), set(child, wanted, depth + 1, problems)));
    }
    String path = String.join(".", wanted.path().subList(0, depth + 1));
    problems.add(
        wanted.place(),
        "%s is %s at %s and has nothing inside; set it as a whole, %s={...}"
            .formatted(path, old.value().shown(), old.keyPlace().inWords(), path));
    return parent;
  }
}
