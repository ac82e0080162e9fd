package sweep4j.driver.space;

import sweep4j.trial.ParameterValue;

/**
 * A range that a search may leave: its coordinates are those of a wider range, of which the
 * declared one is a part.
 *
 * @param declared what the sweep file names
 * @param wide all that can be reached: a range of the same kind, every value of {@code declared}
 *     among its own
 */
public record Extended(Domain declared, Domain wide) implements Domain {

  public Extended {
    if (!declared.getClass().equals(wide.getClass())) {
      throw new IllegalArgumentException(
          "both ranges must be of one kind, but got " + declared + " and " + wide);
    }
    // Each throws if the end of one is no value of the other.
    wide.unitOf(declared.at(0.0));
    wide.unitOf(declared.at(1.0));
  }

  /** The least coordinate that gives a declared value. */
  public double low() {
    double unit = wide.unitOf(declared.at(0.0));
    return wide.levels() == 0 ? unit : start(wide.levelAt(unit));
  }

  /** The greatest coordinate that gives a declared value. */
  public double high() {
    double unit = wide.unitOf(declared.at(1.0));
    if (wide.levels() == 0) {
      return unit;
    }
    int last = wide.levelAt(unit);
    return last == wide.levels() - 1 ? 1.0 : Math.nextDown(start(last + 1));
  }

  /** The least coordinate of {@code level}, by bisection, because shares need not be equal. */
  private double start(int level) {
    if (level == 0) {
      return 0.0;
    }
    double below = wide.unitOfLevel(level - 1);
    double inside = wide.unitOfLevel(level);
    double middle = (below + inside) / 2;
    while (below < middle && middle < inside) {
      if (wide.levelAt(middle) < level) {
        below = middle;
      } else {
        inside = middle;
      }
      middle = (below + inside) / 2;
    }
    return inside;
  }

  @Override
  public ParameterValue at(double unit) {
    return wide.at(unit);
  }

  @Override
  public boolean contains(ParameterValue value) {
    return wide.contains(value);
  }

  @Override
  public double unitOf(ParameterValue value) {
    return wide.unitOf(value);
  }

  @Override
  public int levels() {
    return wide.levels();
  }

  @Override
  public boolean ordered() {
    return wide.ordered();
  }

  @Override
  public int levelAt(double unit) {
    return wide.levelAt(unit);
  }

  @Override
  public double unitOfLevel(int level) {
    return wide.unitOfLevel(level);
  }

  @Override
  public double shareOf(int level) {
    return wide.shareOf(level);
  }
}
