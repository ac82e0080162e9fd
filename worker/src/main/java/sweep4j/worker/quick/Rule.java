package sweep4j.worker.quick;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;

/** How an updater makes an update of a gradient. */
interface Rule {

  /** The rule of an updater; null if it is none that is known here. */
  static @Nullable Rule of(IUpdater updater) {
    if (updater.getClass() == Adam.class) {
      return new AdamRule((Adam) updater);
    }
    if (updater.getClass() == Sgd.class) {
      return new SgdRule((Sgd) updater);
    }
    return updater.getClass() == NoOp.class ? new AsIs() : null;
  }

  /** To be called before the updates of a step. */
  void begin(int iteration, int epoch);

  /** The learning rate of the step; 1 where the updater has none. */
  double rate();

  /**
   * Turns gradients into what is to be subtracted.
   *
   * @param values the gradients, then the updates
   * @param m moments of these parameters, kept from step to step
   * @param v likewise
   * @param count how many, from the beginning of each array
   */
  void update(float[] values, float[] m, float[] v, int count);

  /** Whether there are moments to keep. */
  boolean remembers();

  /** The gradient is the update: of what a layer counts for itself, such as running means. */
  final class AsIs implements Rule {
    @Override
    public void begin(int iteration, int epoch) {}

    @Override
    public double rate() {
      return 1;
    }

    @Override
    public void update(float[] values, float[] m, float[] v, int count) {}

    @Override
    public boolean remembers() {
      return false;
    }
  }

  /** The gradient times the learning rate. */
  final class SgdRule implements Rule {
    private final Sgd updater;
    private double rate;

    SgdRule(Sgd updater) {
      this.updater = updater;
    }

    @Override
    public void begin(int iteration, int epoch) {
      rate = updater.getLearningRate(iteration, epoch);
    }

    @Override
    public double rate() {
      return rate;
    }

    @Override
    public void update(float[] values, float[] m, float[] v, int count) {
      float factor = (float) rate;
      for (int i = 0; i < count; i++) {
        values[i] *= factor;
      }
    }

    @Override
    public boolean remembers() {
      return false;
    }
  }
}
