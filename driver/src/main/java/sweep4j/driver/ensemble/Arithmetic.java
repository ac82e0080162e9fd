package sweep4j.driver.ensemble;

/**
 * How answers are averaged. Probabilities are handled as their natural logarithms, because a
 * probability itself ends at zero where a network is sure, and the loss of a zero is infinite.
 */
enum Arithmetic {
  /** Numbers as they are. */
  PLAIN {
    @Override
    double nothing() {
      return 0.0;
    }

    @Override
    double plus(double a, double b) {
      return a + b;
    }

    @Override
    double times(double a, int count) {
      return a * count;
    }

    @Override
    double over(double a, int count) {
      return a / count;
    }
  },
  /** Logarithms, of which the numbers behind them are added. */
  LOGARITHMIC {
    @Override
    double nothing() {
      return Double.NEGATIVE_INFINITY;
    }

    @Override
    double plus(double a, double b) {
      double more = Math.max(a, b);
      // The difference of two infinities is not a number.
      return Double.isInfinite(more) ? more : more + Math.log1p(Math.exp(Math.min(a, b) - more));
    }

    @Override
    double times(double a, int count) {
      return a + Math.log(count);
    }

    @Override
    double over(double a, int count) {
      return a - Math.log(count);
    }
  };

  /** What leaves every other number as it is when added. */
  abstract double nothing();

  abstract double plus(double a, double b);

  /** The sum of {@code count} times the same number; {@code count} is at least 1. */
  abstract double times(double a, int count);

  /** A sum divided by {@code count}, at least 1. */
  abstract double over(double a, int count);
}
