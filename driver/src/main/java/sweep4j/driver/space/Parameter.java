package sweep4j.driver.space;

import java.util.List;
import java.util.stream.Stream;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Legal.LayerWidths;
import sweep4j.trial.Legal.RealRange;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;

/**
 * A hyperparameter of the search space, and the values that a sweep may give it. Every value that
 * can be reached is legal by the catalogue.
 */
public record Parameter(Hyperparameter hyperparameter, Domain domain) {

  public Parameter {
    // A range of legal values is itself an interval, so its two ends speak for what is between.
    Stream<ParameterValue> reachable =
        domain instanceof Choices choices
            ? choices.values().stream()
            : Stream.of(domain.at(0.0), domain.at(1.0));
    reachable.forEach(value -> check(hyperparameter, value));
  }

  private static void check(Hyperparameter hyperparameter, ParameterValue value) {
    if (!hyperparameter.legal().allows(typed(hyperparameter, value))) {
      throw new IllegalArgumentException(
          hyperparameter.key()
              + " must be "
              + hyperparameter.legal().rule()
              + ", but could become "
              + value);
    }
  }

  /** The name in sweep files and leaderboards. */
  public String name() {
    return hyperparameter.key();
  }

  /**
   * This parameter with room to leave its range, if it is a range and the catalogue has room: on
   * each side as much again as the range is wide, in its own scale; see {@link Extended}.
   */
  public Parameter extended() {
    return new Parameter(hyperparameter, Extension.of(hyperparameter, domain));
  }

  /**
   * The domain's value at {@code unit}, in the type that the hyperparameter has: a whole number
   * stands for a single hidden layer of that width, and for the real number that it equals.
   *
   * @throws IllegalArgumentException unless {@code 0 <= unit <= 1}
   */
  public ParameterValue at(double unit) {
    return typed(hyperparameter, domain.at(unit));
  }

  /**
   * Where {@code value}, of the hyperparameter's type, is in the domain; see {@link Domain#unitOf}.
   *
   * @throws IllegalArgumentException unless it is one of the domain's
   */
  public double unitOf(ParameterValue value) {
    Domain range = domain instanceof Extended extended ? extended.wide() : domain;
    if (range instanceof IntUniform || range instanceof IntLogUniform) {
      return range.unitOf(value instanceof Widths widths ? single(widths) : value);
    }
    for (int level = 0; level < domain.levels(); level++) {
      double unit = domain.unitOfLevel(level);
      if (at(unit).equals(value)) {
        return unit;
      }
    }
    return domain.unitOf(value);
  }

  private static ParameterValue single(Widths widths) {
    return widths.value().size() == 1 ? new Whole(widths.value().get(0)) : widths;
  }

  private static ParameterValue typed(Hyperparameter hyperparameter, ParameterValue value) {
    if (value instanceof Whole whole) {
      if (hyperparameter.legal() instanceof LayerWidths && whole.value() >= 1) {
        return new Widths(List.of(whole.value()));
      }
      if (hyperparameter.legal() instanceof RealRange) {
        return new Real(whole.value());
      }
    }
    return value;
  }
}
