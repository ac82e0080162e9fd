package sweep4j.worker.quick;

import org.nd4j.linalg.learning.config.Adam;

/**
 * Adam in the form at the end of section 2 of Kingma and Ba, "Adam: a method for stochastic
 * optimization", ICLR 2015, in which ND4J has it: the corrections of both moments go into the
 * learning rate, and epsilon stands beside the uncorrected one.
 */
final class AdamRule implements Rule {
  private final Adam updater;
  private final float beta1;
  private final float beta2;
  private final float epsilon;
  private double rate;
  private float correctedRate;

  AdamRule(Adam updater) {
    this.updater = updater;
    this.beta1 = (float) updater.getBeta1();
    this.beta2 = (float) updater.getBeta2();
    this.epsilon = (float) updater.getEpsilon();
  }

  @Override
  public void begin(int iteration, int epoch) {
    rate = updater.getLearningRate(iteration, epoch);
    double steps = iteration + 1.0;
    correctedRate =
        (float) (rate * Math.sqrt(1 - Math.pow(beta2, steps)) / (1 - Math.pow(beta1, steps)));
  }

  @Override
  public double rate() {
    return rate;
  }

  /** In three loops: one with more than one result, the compiler leaves to scalar instructions. */
  @Override
  public void update(float[] values, float[] m, float[] v, int count) {
    float rest1 = 1 - beta1;
    float rest2 = 1 - beta2;
    for (int i = 0; i < count; i++) {
      m[i] = beta1 * m[i] + rest1 * values[i];
    }
    for (int i = 0; i < count; i++) {
      v[i] = beta2 * v[i] + rest2 * values[i] * values[i];
    }
    for (int i = 0; i < count; i++) {
      values[i] = correctedRate * m[i] / ((float) Math.sqrt(v[i]) + epsilon);
    }
  }

  @Override
  public boolean remembers() {
    return true;
  }
}
