package sweep4j.driver.importance;

/**
 * A part of the unit cube, and what a tree says of the cost there.
 *
 * @param low least coordinates
 * @param high greatest coordinates, above {@code low}
 */
@SuppressWarnings("ArrayRecordComponent") // read in the innermost loops; never compared
record Box(double[] low, double[] high, double cost) {

  double width(int dimension) {
    return high[dimension] - low[dimension];
  }

  double volume() {
    double volume = 1.0;
    for (int dimension = 0; dimension < low.length; dimension++) {
      volume *= width(dimension);
    }
    return volume;
  }
}
