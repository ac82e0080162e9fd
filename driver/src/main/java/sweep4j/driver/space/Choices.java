package sweep4j.driver.space;

import static java.util.Comparator.comparingDouble;

import java.util.HashSet;
import java.util.List;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;

/**
 * The values of a list, each with the same share. Numbers, and widths of a single layer, are put
 * into increasing order, whichever way they were written, because only then are neighbours in [0,
 * 1] neighbours in meaning; names and lists of several widths keep the order of the list and have
 * no such neighbours.
 *
 * @param values at least one, all of one kind, no two equal
 */
public record Choices(List<ParameterValue> values) implements Domain {

  public Choices {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one value, but got []");
    }
    if (new HashSet<>(values).size() != values.size()) {
      throw new IllegalArgumentException("all values must be different, but got " + values);
    }
    if (values.stream().map(Object::getClass).distinct().count() != 1) {
      throw new IllegalArgumentException("all values must be of one kind, but got " + values);
    }
    values =
        numeric(values)
            ? values.stream().sorted(comparingDouble(Choices::magnitude)).toList()
            : List.copyOf(values);
  }

  @Override
  public ParameterValue at(double unit) {
    return values.get(levelAt(unit));
  }

  @Override
  public double unitOf(ParameterValue value) {
    int level = values.indexOf(value);
    if (level < 0) {
      throw Units.foreign(value, this);
    }
    return unitOfLevel(level);
  }

  @Override
  public int levels() {
    return values.size();
  }

  /** True for numbers and for widths of a single layer. */
  @Override
  public boolean ordered() {
    return numeric(values);
  }

  private static boolean numeric(List<ParameterValue> values) {
    return values.stream().noneMatch(value -> Double.isNaN(magnitude(value)));
  }

  /** The number that the value is, or NaN if it is not a single number. */
  private static double magnitude(ParameterValue value) {
    if (value instanceof Real real) {
      return real.value();
    }
    if (value instanceof Whole whole) {
      return whole.value();
    }
    if (value instanceof Widths widths && widths.value().size() == 1) {
      return widths.value().get(0);
    }
    return Double.NaN;
  }
}
