package sweep4j.driver.space;

import sweep4j.trial.ParameterValue;

/**
 * The values a parameter may take, and how the interval [0, 1] maps onto them.
 *
 * <p>A domain is a continuum or has levels. A continuum goes through its values once as the
 * coordinate goes from 0 to 1. Levels are numbered from 0 and cut [0, 1] into one share each, in
 * the order of their numbers; shares are equal unless the domain says otherwise.
 */
public sealed interface Domain
    permits Uniform,
        LogUniform,
        Quantized,
        IntUniform,
        IntLogUniform,
        Stepped,
        Choices,
        Fixed,
        Extended {

  /**
   * The value at {@code unit}; 0 and 1 give the two ends exactly.
   *
   * @throws IllegalArgumentException unless {@code 0 <= unit <= 1}
   */
  ParameterValue at(double unit);

  /** Whether {@code value} is one of this domain's. */
  boolean contains(ParameterValue value);

  /**
   * Where {@code value} is: a coordinate in [0, 1] at which {@link #at} gives it. For a continuum
   * it is so to the last digits of a double, and exactly for a number of up to 12 digits that is
   * not tiny beside the ends; for levels it is {@link #unitOfLevel}, and exact.
   *
   * @throws IllegalArgumentException unless this domain {@link #contains} {@code value}
   */
  double unitOf(ParameterValue value);

  /** How many different values there are; 0 for a continuum. */
  int levels();

  /** Whether neighbours in [0, 1] are neighbours in meaning, so that a region can be narrowed. */
  boolean ordered();

  /**
   * The number of the level whose share holds {@code unit}.
   *
   * @throws IllegalStateException for a continuum
   */
  default int levelAt(double unit) {
    return Units.level(unit, Units.requireLevels(this));
  }

  /**
   * A coordinate well inside the share of {@code level}: {@code levelAt(unitOfLevel(k)) == k}. The
   * middle of the share, where shares are equal: {@code (level + 0.5) / levels()}.
   *
   * @throws IllegalStateException for a continuum
   */
  default double unitOfLevel(int level) {
    int levels = Units.requireLevels(this);
    return (Units.requireLevel(level, levels) + 0.5) / levels;
  }

  /**
   * How much of [0, 1] belongs to {@code level}: above 0, and 1 for all levels together.
   *
   * @throws IllegalStateException for a continuum
   */
  default double shareOf(int level) {
    int levels = Units.requireLevels(this);
    Units.requireLevel(level, levels);
    return 1.0 / levels;
  }
}
