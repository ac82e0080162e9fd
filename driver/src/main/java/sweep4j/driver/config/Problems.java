package sweep4j.driver.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers the problems of a sweep file, so that the user sees all of them at once. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

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
