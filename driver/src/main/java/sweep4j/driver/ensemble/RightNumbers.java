package sweep4j.driver.ensemble;

/** The right numbers of a regression. The loss is the squared error of the scaled number. */
public final class RightNumbers implements Truth {

  private final double unit;
  private final double[] scaled;

  /**
   * The numbers of some rows.
   *
   * @param unit what a difference of 1 between scaled numbers is in their own unit, above 0
   * @param scaled one per row, scaled as networks answer them
   */
  public RightNumbers(double unit, double[] scaled) {
    if (!(unit > 0)) {
      throw new IllegalArgumentException("a unit must be above 0, but got " + unit);
    }
    this.unit = unit;
    this.scaled = scaled.clone();
  }

  @Override
  public int rows() {
    return scaled.length;
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public Answers answers(float[] network) {
    var values = new double[network.length];
    for (int row = 0; row < network.length; row++) {
      values[row] = network[row];
    }
    return new Answers(1, values);
  }

  @Override
  public Arithmetic arithmetic() {
    return Arithmetic.PLAIN;
  }

  @Override
  public int judged(int row) {
    return 0;
  }

  @Override
  public double loss(int row, double answer) {
    double error = answer - scaled[row];
    return error * error;
  }

  /** Root mean squared error in the number's own unit. */
  @Override
  public double quality(Answers answers, double loss) {
    return Math.sqrt(loss) * unit;
  }
}
