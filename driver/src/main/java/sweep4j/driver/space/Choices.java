package sweep4j.driver.space;

import static java.util.Comparator.comparingDouble;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;

/**
 * The values of a list. Where they are ordered, numbers and widths of a single layer are put into
 * increasing order, whichever way they were written, because only then are neighbours in [0, 1]
 * neighbours in meaning; all else keeps the order of the list.
 *
 * @param values at least one, all of one kind, no two equal
 * @param weights one for each value, above 0: shares are in proportion. None is below {@value
 *     Weights#LEAST_SHARE} of all together, as no sweep would meet it
 * @param ordered whether neighbours are neighbours in meaning
 */
public record Choices(List<ParameterValue> values, List<Double> weights, boolean ordered)
    implements Domain {

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
    if (weights.size() != values.size()) {
      throw new IllegalArgumentException(
          "there must be one weight for each of %d values, but got %s"
              .formatted(values.size(), weights));
    }
    Weights.check(weights);
    List<Integer> order = order(values, ordered);
    values = order.stream().map(values::get).toList();
    weights = order.stream().map(weights::get).toList();
  }

  /** Equal shares. Numbers, and widths of a single layer, are ordered; all else is not. */
  public Choices(List<ParameterValue> values) {
    this(values, Collections.nCopies(values.size(), 1.0), numeric(values));
  }

  private static List<Integer> order(List<ParameterValue> values, boolean ordered) {
    var indices = IntStream.range(0, values.size()).boxed();
    return ordered && numeric(values)
        ? indices.sorted(comparingDouble(index -> magnitude(values.get(index)))).toList()
        : indices.toList();
  }

  @Override
  public ParameterValue at(double unit) {
    return values.get(levelAt(unit));
  }

  @Override
  public boolean contains(ParameterValue value) {
    return values.contains(value);
  }

  @Override
  public double unitOf(ParameterValue value) {
    return unitOfLevel(values.indexOf(Units.requireMember(value, this)));
  }

  @Override
  public int levels() {
    return values.size();
  }

  @Override
  public int levelAt(double unit) {
    return Weights.equal(weights) ? Domain.super.levelAt(unit) : Weights.levelAt(unit, weights);
  }

  @Override
  public double unitOfLevel(int level) {
    return Weights.equal(weights)
        ? Domain.super.unitOfLevel(level)
        : Weights.middle(Units.requireLevel(level, levels()), weights);
  }

  @Override
  public double shareOf(int level) {
    return weights.get(Units.requireLevel(level, levels())) / Weights.sum(weights);
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
