package sweep4j.driver.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sweep4j.driver.config.Node.Mapping;
import sweep4j.trial.Catalogue;
import sweep4j.trial.CustomParameter;
import sweep4j.trial.Tunable;

/**
 * The names of what a sweep may vary or fix.
 *
 * @param catalogue what is known of them
 * @param complete false if a problem with the user's own network has been reported, so that nobody
 *     knows what it declares: then its parameters are neither accepted nor complained of
 */
record Vocabulary(Catalogue catalogue, boolean complete) {

  /** For a sweep whose network declares just what {@code catalogue} says. */
  static Vocabulary of(Catalogue catalogue) {
    return new Vocabulary(catalogue, true);
  }

  /** For a sweep of whose network nobody knows what it declares. */
  static Vocabulary incomplete() {
    return new Vocabulary(Catalogue.standard(), false);
  }

  Optional<Tunable> named(String key) {
    return catalogue.named(key);
  }

  /** The names that may be keys of {@code node}. */
  List<String> namesIn(Node node) {
    return Stream.concat(catalogue.all().stream().map(Tunable::key), unjudged(node)).toList();
  }

  /** The names that may be keys of {@code node} as the section called {@code section}. */
  List<String> namesIn(Node node, String section) {
    Stream<String> keys = Key.in(section).stream().map(Key::leaf);
    Stream<String> tunables =
        catalogue.all().stream()
            .filter(each -> each.group().section().equals(section))
            .map(Tunable::key);
    return Stream.of(keys, tunables, unjudged(node)).flatMap(names -> names).toList();
  }

  private Stream<String> unjudged(Node node) {
    return complete || !(node instanceof Mapping mapping)
        ? Stream.of()
        : mapping.entries().keySet().stream()
            .filter(name -> name.startsWith(CustomParameter.PREFIX));
  }
}
