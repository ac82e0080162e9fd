package sweep4j.trial;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that a sweep may vary or fix: every {@link Hyperparameter}, and what the user's own network
 * declares.
 *
 * @param custom in the order of their names; no two of one name
 */
public record Catalogue(List<CustomParameter> custom) implements Serializable {

  public Catalogue {
    Set<String> names = new HashSet<>();
    for (CustomParameter each : custom) {
      if (!names.add(each.name())) {
        throw new IllegalArgumentException(each.key() + " is declared twice");
      }
    }
    custom = custom.stream().sorted(Tunable.ORDER).toList();
  }

  /** The catalogue of a sweep over networks that declare nothing. */
  public static Catalogue standard() {
    return new Catalogue(List.of());
  }

  /** Everything, in {@link Tunable#ORDER}. */
  public List<Tunable> all() {
    return Stream.<Tunable>concat(Arrays.stream(Hyperparameter.values()), custom.stream()).toList();
  }

  /** What sweep files call {@code key}, if there is such a thing. */
  public Optional<Tunable> named(String key) {
    return all().stream().filter(each -> each.key().equals(key)).findFirst();
  }
}
