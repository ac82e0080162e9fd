package sweep4j.driver.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sweep4j.driver.space.Domain;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;

/**
 * The different configurations of a finite space, numbered from 0 as the digits of a number are:
 * the last parameter varies fastest. A parameter comes behind those that its conditions are on, and
 * where it does not exist it has no digit: points that differ there alone are in one cell.
 */
final class Cells {
  private final List<Parameter> parameters;

  /** Of each parameter the dimension of the unit cube; -1 for one that is fixed. */
  private final int[] dimensions;

  private final Branch root;

  private Cells(SearchSpace space) {
    this.parameters = space.byDependency();
    List<Parameter> varying = space.varying();
    this.dimensions = parameters.stream().mapToInt(varying::indexOf).toArray();
    this.root = new Branches(parameters).root();
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
    if (space.varying().stream().anyMatch(each -> each.domain().levels() == 0)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Cells(space));
    } catch (ArithmeticException beyond63Bits) {
      return Optional.empty();
    }
  }

  long count() {
    return root.count();
  }

  /** A point inside the cell {@code index}; the lowest level of what does not exist there. */
  double[] point(long index) {
    int[] levels = new int[parameters.size()];
    long rest = index;
    Branch branch = root;
    while (!branch.isEnd()) {
      Branch.Run run = branch.runOfCell(rest);
      rest -= run.cellsBefore();
      levels[branch.parameter()] = run.first() + (int) (rest / run.next().count());
      rest %= run.next().count();
      branch = run.next();
    }
    double[] point = new double[(int) Arrays.stream(dimensions).filter(each -> each >= 0).count()];
    for (int parameter = 0; parameter < levels.length; parameter++) {
      if (dimensions[parameter] >= 0) {
        Domain domain = parameters.get(parameter).domain();
        point[dimensions[parameter]] = domain.unitOfLevel(levels[parameter]);
      }
    }
    return point;
  }

  /** The number of the cell that holds {@code point}. */
  long index(double[] point) {
    long index = 0;
    Branch branch = root;
    while (!branch.isEnd()) {
      int dimension = dimensions[branch.parameter()];
      Domain domain = parameters.get(branch.parameter()).domain();
      int level = dimension < 0 ? 0 : domain.levelAt(point[dimension]);
      Branch.Run run = branch.runOfLevel(level);
      index += run.cellsBefore() + (level - run.first()) * run.next().count();
      branch = run.next();
    }
    return index;
  }
}
