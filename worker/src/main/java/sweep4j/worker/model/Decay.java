package sweep4j.worker.model;

import java.io.Serializable;

/** By which factor the learning rate has fallen, as a function of time. */
sealed interface Decay extends Serializable {

  /**
   * The factor, 1 at the beginning.
   *
   * @param epochs how long the rate has been falling, also in parts of an epoch, at least 0
   */
  double factor(double epochs);

  /** Never falls. */
  record None() implements Decay {
    @Override
    public double factor(double epochs) {
      return 1.0;
    }
  }

  /** {@code d^floor(t / every)}. */
  record Step(double d, int every) implements Decay {
    @Override
    public double factor(double epochs) {
      return Math.pow(d, Math.floor(epochs / every));
    }
  }

  /** {@code d^t}. */
  record Exponential(double d) implements Decay {
    @Override
    public double factor(double epochs) {
      return Math.pow(d, epochs);
    }
  }

  /** {@code 1 / (1 + d t)}. */
  record Inverse(double d) implements Decay {
    @Override
    public double factor(double epochs) {
      return 1.0 / (1.0 + d * epochs);
    }
  }

  /**
   * Half a wave of the cosine from 1 to {@code d} (Loshchilov and Hutter, "SGDR: Stochastic
   * Gradient Descent with Warm Restarts", ICLR 2017, equation 5, without restarts).
   *
   * @param length epochs until {@code d} is reached; it stays there
   */
  record Cosine(double d, double length) implements Decay {
    @Override
    public double factor(double epochs) {
      return epochs >= length
          ? d
          : d + (1.0 - d) * (1.0 + Math.cos(Math.PI * epochs / length)) / 2.0;
    }
  }
}
