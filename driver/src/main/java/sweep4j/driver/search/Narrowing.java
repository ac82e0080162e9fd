package sweep4j.driver.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import sweep4j.driver.space.Parameter;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;

/**
 * How far a region narrows one parameter, or moves it beyond what is declared.
 *
 * @param name of the parameter
 * @param declared what the sweep file allows
 * @param kept what the region draws from
 */
public record Narrowing(String name, Values declared, Values kept) {

  /** Values of a parameter; {@code toString} has two significant digits of real numbers. */
  public sealed interface Values {}

  /** All values from {@code low} to {@code high}, both included. */
  public record Range(ParameterValue low, ParameterValue high) implements Values {
    @Override
    public String toString() {
      return low.equals(high) ? brief(low) : brief(low) + ".." + brief(high);
    }
  }

  /** The values of a list. */
  public record OneOf(List<ParameterValue> values) implements Values {
    public OneOf {
      values = List.copyOf(values);
    }

    @Override
    public String toString() {
      return values.stream().map(Narrowing::brief).collect(Collectors.joining(", "));
    }
  }

  static Narrowing of(Parameter parameter, Region.Side declared, Region.Side kept) {
    return new Narrowing(parameter.name(), values(parameter, declared), values(parameter, kept));
  }

  private static Values values(Parameter parameter, Region.Side side) {
    if (side instanceof Region.Interval interval) {
      return new Range(parameter.at(interval.low()), parameter.at(interval.high()));
    }
    return new OneOf(
        ((Region.Levels) side)
            .levels().stream()
                .map(level -> parameter.at(parameter.domain().unitOfLevel(level)))
                .toList());
  }

  private static String brief(ParameterValue value) {
    return value instanceof Real real
        ? new Real(new BigDecimal(real.value()).round(new MathContext(2)).doubleValue()).toString()
        : value.toString();
  }

  /** As in {@code learning_rate 1.0E-5..0.1 -> 3.2E-4..0.012}; one part only if nothing changed. */
  @Override
  public String toString() {
    return name + " " + declared + (declared.equals(kept) ? "" : " -> " + kept);
  }
}
