package sweep4j.worker.model;

import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;

/** Penalties on weights (never on biases) and bounds on gradients. */
final class Regularizers {

  private Regularizers() {}

  static void apply(NeuralNetConfiguration.Builder builder, Hyperparameters h) {
    penalties(builder, h);
    clipping(builder, h);
  }

  /**
   * The penalty is {@code lambda * sum(w^2) + l1 * sum(|w|)}: with both, the elastic net (Zou and
   * Hastie, 2005). Under {@code adamw} the first part is no penalty; instead each step also takes
   * {@code rate * 2 lambda w} off each weight w, at the rate of that step (Loshchilov and Hutter,
   * "Decoupled Weight Decay Regularization", ICLR 2019, algorithm 2).
   */
  private static void penalties(NeuralNetConfiguration.Builder builder, Hyperparameters h) {
    // Deeplearning4j's penalty is l2 / 2 * sum(w^2), so its gradient, l2 * w, is ours at 2 lambda.
    double decay = 2 * h.real(Hyperparameter.LAMBDA);
    if (decay > 0 && h.text(Hyperparameter.UPDATER).equals("adamw")) {
      builder.weightDecay(decay, true);
    } else if (decay > 0) {
      builder.l2(decay);
    }
    double l1 = h.real(Hyperparameter.L1);
    if (l1 > 0) {
      builder.l1(l1);
    }
  }

  /** Bounds on the mean gradient of a mini-batch, before penalties and updater. */
  private static void clipping(NeuralNetConfiguration.Builder builder, Hyperparameters h) {
    double norm = h.real(Hyperparameter.GRADIENT_CLIP_NORM);
    double value = h.real(Hyperparameter.GRADIENT_CLIP_VALUE);
    if (norm > 0) {
      builder
          .gradientNormalization(GradientNormalization.ClipL2PerLayer)
          .gradientNormalizationThreshold(norm);
    } else if (value > 0) {
      builder
          .gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue)
          .gradientNormalizationThreshold(value);
    }
  }
}
