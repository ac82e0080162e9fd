package sweep4j.worker.model;

import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;

/**
 * Dropout of hidden outputs by the names of sweep files, each at a share p of (0, 1).
 *
 * <ul>
 *   <li>{@code standard}: an output is zero with probability p, else divided by 1 - p (Srivastava,
 *       Hinton, Krizhevsky, Sutskever and Salakhutdinov, JMLR 15, 2014);
 *   <li>{@code gaussian}: an output is multiplied by a draw from N(1, p / (1 - p)), which has the
 *       same mean and variance (section 10 there);
 *   <li>{@code alpha}: for selu. An output is set to selu's lower bound with probability p, then
 *       all are scaled and shifted so that mean 0 and variance 1 stay (Klambauer, Unterthiner, Mayr
 *       and Hochreiter, NIPS 2017).
 * </ul>
 */
final class Dropouts {

  private Dropouts() {}

  /** On the outputs of a hidden layer; null for none. */
  static @Nullable IDropout ofHidden(Hyperparameters h) {
    double share = h.real(Hyperparameter.DROPOUT);
    return share > 0 ? named(h.text(Hyperparameter.DROPOUT_KIND), share) : null;
  }

  /** On the raw input, always the standard kind; null for none. */
  static @Nullable IDropout ofInput(Hyperparameters h) {
    double share = h.real(Hyperparameter.INPUT_DROPOUT);
    return share > 0 ? new Dropout(1 - share) : null;
  }

  private static IDropout named(String name, double share) {
    return switch (name) {
      case "standard" -> new Dropout(1 - share);
      case "gaussian" -> new GaussianDropout(share);
      case "alpha" -> new AlphaDropout(1 - share);
      default -> throw new IllegalArgumentException("no dropout is called " + name);
    };
  }
}
