package sweep4j.driver.search;

import java.util.List;
import java.util.Optional;
import sweep4j.driver.space.Domain;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;

/**
 * The combinations of levels of a finite space, numbered from 0 as the digits of a number are: the
 * last parameter varies fastest, and each parameter counts in a base of its own, its levels.
 */
final class Cells {
  private final List<Domain> domains;
  private final long count;

  private Cells(List<Domain> domains, long count) {
    this.domains = domains;
    this.count = count;
  }

  /**
   * The cells of {@code space}.
   *
   * @throws IllegalArgumentException if a parameter is a continuum, or there are 2^63 cells or more
   */
  static Cells of(SearchSpace space) {
    for (Parameter parameter : space.varying()) {
      if (parameter.domain().levels() == 0) {
        throw new IllegalArgumentException(
            "a grid needs a finite list of values, but "
                + parameter.name()
                + " is a continuum: give it `steps: N` or `values: [...]` in the sweep file");
      }
    }
    return ifFinite(space)
        .orElseThrow(() -> new IllegalArgumentException("a grid must have fewer than 2^63 cells"));
  }

  /** The cells of {@code space}, if it is finite and a {@code long} can number them. */
  static Optional<Cells> ifFinite(SearchSpace space) {
    List<Domain> domains = space.varying().stream().map(Parameter::domain).toList();
    long count = 1;
    for (Domain domain : domains) {
      if (domain.levels() == 0 || count > Long.MAX_VALUE / domain.levels()) {
        return Optional.empty();
      }
      count *= domain.levels();
    }
    return Optional.of(new Cells(domains, count));
  }

  long count() {
    return count;
  }

  /** A point inside the cell {@code index}. */
  double[] point(long index) {
    double[] point = new double[domains.size()];
    long rest = index;
    for (int dimension = point.length - 1; dimension >= 0; dimension--) {
      Domain domain = domains.get(dimension);
      point[dimension] = domain.unitOfLevel((int) (rest % domain.levels()));
      rest /= domain.levels();
    }
    return point;
  }

  /** The number of the cell that holds {@code point}. */
  long index(double[] point) {
    long index = 0;
    for (int dimension = 0; dimension < point.length; dimension++) {
      Domain domain = domains.get(dimension);
      index = index * domain.levels() + domain.levelAt(point[dimension]);
    }
    return index;
  }
}
