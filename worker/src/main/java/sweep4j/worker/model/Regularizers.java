package sweep4j.worker.model;

import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;

/** Penalties on weights (never on biases) and bounds on gradients. */
final class Regularizers {

  private Regularizers() {}

  /**
   * The penalty is {@code lambda * sum(w^2) + l1 * sum(|w|)}: with both, the elastic net (Zou and
   * Hastie, 2005). Under {@code adamw} the first part is no penalty; instead each step also takes
   * {@code rate * 2 lambda w} off each weight w, at the rate of that step (Loshchilov and Hutter,
   * "Decoupled Weight Decay Regularization", ICLR 2019, algorithm 2).
   */
  static void penalize(BaseLayer.Builder<?> layer, Hyperparameters h) {
    // Deeplearning4j's penalty is l2 / 2 * sum(w^2), so its gradient, l2 * w, is ours at 2 lambda.
    double decay = 2 * h.real(Hyperparameter.LAMBDA);
    if (decay > 0 && h.text(Hyperparameter.UPDATER).equals("adamw")) {
      // Not on the whole network's builder, from where Deeplearning4j would apply it twice.
      layer.weightDecay(decay, true);
    } else if (decay > 0) {
      layer.l2(decay);
    }
    double l1 = h.real(Hyperparameter.L1);
    if (l1 > 0) {
      layer.l1(l1);
    }
  }

  /** The bound on the norms of a layer's weights, unit by unit. */
  static void bound(BaseLayer.Builder<?> layer, Hyperparameters h) {
    double bound = h.real(Hyperparameter.MAX_NORM);
    if (bound > 0) {
      layer.constrainWeights(new MaxNorm(bound));
    }
  }

  /** Bounds on the mean gradient of a mini-batch, before penalties and updater. */
  static void clip(NeuralNetConfiguration.Builder builder, Hyperparameters h) {
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
