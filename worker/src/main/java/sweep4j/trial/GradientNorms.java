package sweep4j.trial;

import java.io.Serializable;
import java.util.List;

/**
 * How long the gradient of each layer was: the Euclidean norm of the loss's gradient toward the
 * layer's parameters, penalties left out, on one batch of training rows after each epoch.
 *
 * @param layers names of the layers with parameters, from the input on
 * @param epochs by epoch, a norm for each layer; not finite where the gradient was not
 */
public record GradientNorms(List<String> layers, List<List<Double>> epochs)
    implements Serializable {

  /** What they say of the training. */
  public enum Verdict {
    SOUND,
    /** In most epochs, the first layer's norm is below a thousandth of the last one's. */
    VANISHING,
    /** In some epoch, a norm is above a thousand, or not finite. */
    EXPLODING
  }

  private static final double LEAST_SHARE = 1e-3;
  private static final double MOST = 1e3;

  public GradientNorms {
    layers = List.copyOf(layers);
    epochs = epochs.stream().map(List::copyOf).toList();
    for (List<Double> norms : epochs) {
      if (norms.size() != layers.size()) {
        throw new IllegalArgumentException(
            layers.size() + " layers must have as many norms, but got " + norms);
      }
    }
  }

  public Verdict verdict() {
    if (epochs.stream().flatMap(List::stream).anyMatch(norm -> !(norm <= MOST))) {
      return Verdict.EXPLODING;
    }
    long vanishing = epochs.stream().filter(GradientNorms::vanish).count();
    return 2 * vanishing > epochs.size() ? Verdict.VANISHING : Verdict.SOUND;
  }

  private static boolean vanish(List<Double> norms) {
    return norms.get(0) < LEAST_SHARE * norms.get(norms.size() - 1);
  }
}
