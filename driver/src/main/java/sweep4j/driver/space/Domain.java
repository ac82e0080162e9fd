package sweep4j.driver.space;

import sweep4j.trial.ParameterValue;

/** The values a parameter may take, and how the interval [0, 1] maps onto them. */
public interface Domain {
  /**
   * The value at {@code unit} in [0, 1]. 0 and 1 are the two ends; a domain with levels gives each
   * an equal share of the interval.
   */
  ParameterValue at(double unit);

  /** How many different values there are; 0 for a continuum. */
  int levels();

  /** Whether neighbours in [0, 1] are neighbours in meaning, so that a region can be narrowed. */
  boolean ordered();
}
