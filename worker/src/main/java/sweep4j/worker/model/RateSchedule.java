package sweep4j.worker.model;

import org.nd4j.linalg.schedule.ISchedule;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;

/**
 * The learning rate of each iteration: it rises evenly from 0 to {@code rate} over the warm-up,
 * then falls by the decay, whose time begins where the warm-up ends. Time is in epochs as a real
 * number, iterations divided by iterations per epoch, so that nothing jumps from one epoch to the
 * next.
 *
 * @param rate the highest, above 0
 * @param warmupEpochs at least 0; at 0 the first iteration has the full rate
 * @param iterationsPerEpoch at least 1
 */
record RateSchedule(double rate, double warmupEpochs, Decay decay, int iterationsPerEpoch)
    implements ISchedule {
  private static final long serialVersionUID = 1L;

  /** No step to speak of. At 0 itself, ND4J's Adam would take its epsilon for the rate. */
  private static final double LEAST = 1e-30;

  static RateSchedule of(Hyperparameters h, TrainingLength length) {
    double warmup = h.real(Hyperparameter.WARMUP_EPOCHS);
    return new RateSchedule(
        h.real(Hyperparameter.LEARNING_RATE),
        warmup,
        decay(h, length.maxEpochs() - warmup),
        length.iterationsPerEpoch());
  }

  private static Decay decay(Hyperparameters h, double epochsLeft) {
    double d = h.real(Hyperparameter.LEARNING_RATE_DECAY);
    String name = h.text(Hyperparameter.LEARNING_RATE_SCHEDULE);
    return switch (name) {
      case "constant" -> new Decay.None();
      case "step" -> new Decay.Step(d, h.whole(Hyperparameter.LEARNING_RATE_STEP_EPOCHS));
      case "exponential" -> new Decay.Exponential(d);
      case "inverse" -> new Decay.Inverse(d);
      case "cosine" -> new Decay.Cosine(d, epochsLeft);
      default -> throw new IllegalArgumentException("no schedule is called " + name);
    };
  }

  boolean isConstant() {
    return warmupEpochs == 0.0 && decay instanceof Decay.None;
  }

  /**
   * The rate, at least 1e-30.
   *
   * @param iteration steps taken so far, in all epochs
   * @param epoch not used
   */
  @Override
  public double valueAt(int iteration, int epoch) {
    double epochs = (double) iteration / iterationsPerEpoch;
    double now =
        epochs < warmupEpochs
            ? rate * epochs / warmupEpochs
            : rate * decay.factor(epochs - warmupEpochs);
    return Math.max(now, LEAST);
  }

  @Override
  public ISchedule clone() {
    return this;
  }
}
