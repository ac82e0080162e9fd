package sweep4j.driver.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    Stream<String> unjudged =
        node instanceof Mapping mapping ? unjudged(mapping.entries().keySet()) : Stream.of();
    return Stream.concat(catalogue.all().stream().map(Tunable::key), unjudged).toList();
  }

  /** The names that may be keys of {@code section}, which is called {@code name}. */
  List<String> namesIn(Section section, String name) {
    Stream<String> keys = Key.in(name).stream().map(Key::leaf);
    Stream<String> tunables =
        catalogue.all().stream()
            .filter(each -> each.group().section().equals(name))
            .map(Tunable::key);
    return Stream.of(keys, tunables, unjudged(section.entries().keySet()))
        .flatMap(names -> names)
        .toList();
  }

  private Stream<String> unjudged(Set<String> names) {
    return names.stream().filter(name -> !complete && name.startsWith(CustomParameter.PREFIX));
  }
}
