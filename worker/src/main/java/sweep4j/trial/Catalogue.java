package sweep4j.trial;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a sweep may vary or fix: every {@link Hyperparameter}, and what the user's own network
 * declares.
 *
 * @param custom in the order of their names; no two of one name
 */
public record Catalogue(List<CustomParameter> custom) implements Serializable {

  // A journal asks for each value of each trial.
  private static final Map<String, Tunable> STANDARD =
      Arrays.stream(Hyperparameter.values())
          .collect(Collectors.toUnmodifiableMap(Tunable::key, each -> each));

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
    Tunable standard = STANDARD.get(key);
    return standard != null
        ? Optional.of(standard)
        : custom.stream()
            .filter(each -> each.key().equals(key))
            .map(Tunable.class::cast)
            .findFirst();
  }
}
