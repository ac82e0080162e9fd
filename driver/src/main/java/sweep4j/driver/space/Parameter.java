package sweep4j.driver.space;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import sweep4j.trial.Legal.LayerWidths;
import sweep4j.trial.Legal.RealRange;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;
import sweep4j.trial.Tunable;

/**
 * A hyperparameter of the search space, and the values that a sweep may give it. Every value that
 * can be reached is legal by the catalogue.
 *
 * @param conditions all of them must hold for the parameter to exist in a trial; none if it always
 *     does. No two are on the same hyperparameter, and none is on this one
 */
public record Parameter(Tunable hyperparameter, Domain domain, List<Condition> conditions) {

  public Parameter {
    conditions = List.copyOf(conditions);
    Set<Tunable> seen = new HashSet<>(Set.of(hyperparameter));
    for (Condition condition : conditions) {
      if (!seen.add(condition.on())) {
        throw new IllegalArgumentException(
            "conditions of %s must be on other parameters, each named once, but got %s"
                .formatted(hyperparameter.key(), conditions));
      }
    }
    // A range of legal values is itself an interval, so its two ends speak for what is between.
    Stream<ParameterValue> reachable =
        domain instanceof Choices choices
            ? choices.values().stream()
            : Stream.of(domain.at(0.0), domain.at(1.0));
    reachable.forEach(value -> check(hyperparameter, value));
  }

  /** A parameter that exists in every trial. */
  public Parameter(Tunable hyperparameter, Domain domain) {
    this(hyperparameter, domain, List.of());
  }

  private static void check(Tunable hyperparameter, ParameterValue value) {
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

  /** This parameter with {@code value} in all trials in which it exists. */
  Parameter fixedAt(ParameterValue value) {
    return new Parameter(hyperparameter, new Fixed(value), conditions);
  }

  /** Whether it has no dimension of its own in the unit cube. */
  public boolean isFixed() {
    return domain instanceof Fixed;
  }

  /** Whether the parameter exists beside others of the values {@code set}. */
  boolean exists(Map<Tunable, ParameterValue> set) {
    return conditions.stream().allMatch(condition -> condition.holds(set));
  }

  /**
   * This parameter with room to leave its range, if it is a range and the catalogue has room: on
   * each side as much again as the range is wide, in its own scale; see {@link Extended}.
   */
  public Parameter extended() {
    return new Parameter(hyperparameter, Extension.of(hyperparameter, domain), conditions);
  }

  /** This parameter with the range that the sweep file names: the inverse of {@link #extended}. */
  Parameter declared() {
    return domain instanceof Extended extended
        ? new Parameter(hyperparameter, extended.declared(), conditions)
        : this;
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

  /** Whether {@code value}, of the hyperparameter's type, is one of the domain's. */
  public boolean contains(ParameterValue value) {
    return domain.contains(ofDomain(value));
  }

  /**
   * Where {@code value}, of the hyperparameter's type, is in the domain; see {@link Domain#unitOf}.
   *
   * @throws IllegalArgumentException unless it is one of the domain's
   */
  public double unitOf(ParameterValue value) {
    return domain.unitOf(ofDomain(value));
  }

  /** The inverse of {@link #typed}. */
  private ParameterValue ofDomain(ParameterValue value) {
    Whole whole = null;
    if (value instanceof Widths widths && widths.value().size() == 1) {
      whole = new Whole(widths.value().get(0));
    } else if (value instanceof Real real && real.value() == (int) real.value()) {
      whole = new Whole((int) real.value());
    }
    return whole != null && domain.at(0.0) instanceof Whole ? whole : value;
  }

  private static ParameterValue typed(Tunable hyperparameter, ParameterValue value) {
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
