package sweep4j.driver.config;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Gathers the problems of a sweep file, so that the user sees all of them at once. */
final class Problems {
  // A set: a mapping and its first key begin at the same place, so both may report the same.
  private final Set<Problem> found = new LinkedHashSet<>();

  void add(Place place, String message) {
    found.add(new Problem(place, message));
  }

  /** Fails with all problems, in reading order, if there are any. */
  void throwIfAny() throws SweepFileException {
    if (!found.isEmpty()) {
      throw new SweepFileException(
          found.stream().sorted(Comparator.comparing(Problem::place)).toList());
    }
  }
}
