package sweep4j.trial;

/**
 * Which direction of an objective is better. The only place that knows: everything else compares
 * {@link #cost costs}, of which the lower is always the better.
 */
public enum Goal {
  MINIMIZE,
  MAXIMIZE;

  /** {@code objective} turned so that lower is better. */
  public double cost(double objective) {
    return this == MINIMIZE ? objective : -objective;
  }
}
