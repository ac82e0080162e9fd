package sweep4j.worker.training;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ModelKind;
import sweep4j.worker.model.NetworkConfiguration;
import sweep4j.worker.model.NetworkShape;

/** How many weights a network would have, before memory is taken for any. */
final class Weights {
  /** They are kept in one array, and so is what an updater remembers of each. */
  static final long MOST = Integer.MAX_VALUE;

  private Weights() {}

  /**
   * Refuses a network of more weights than any trial could train.
   *
   * @throws IllegalArgumentException in words for the user
   */
  static void check(NetworkConfiguration network) {
    check(count(network));
  }

  /**
   * As {@link #check(NetworkConfiguration)}, of the dense network that {@code h} describes: by its
   * matrices alone, as biases do not matter here.
   */
  static void check(ModelKind kind, NetworkShape shape, Hyperparameters h) {
    if (h.conflict() != null) {
      return;
    }
    List<Integer> widths =
        kind == ModelKind.MLP
            ? h.hiddenWidths()
            : h.widths(Hyperparameter.HIDDEN_UNITS).stream()
                .flatMap(
                    width ->
                        Collections.nCopies(2 * h.whole(Hyperparameter.RESIDUAL_BLOCKS), width)
                            .stream())
                .toList();
    double count = 0;
    double before = shape.inputs();
    for (int width : widths) {
      count += before * width;
      before = width;
    }
    check(count + before * shape.outputs());
  }

  private static void check(double count) {
    if (count > MOST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the network would have %.3g weights, and %d are the most: make its layers smaller",
              count,
              MOST));
    }
  }

  /** A real number, as products of widths may be beyond any whole one. */
  private static double count(NetworkConfiguration network) {
    return network instanceof NetworkConfiguration.Chain chain
        ? chain.configuration().getConfs().stream().mapToDouble(Weights::count).sum()
        : ((NetworkConfiguration.Graph) network)
            .configuration().getVertices().values().stream()
                .mapToDouble(vertex -> vertex.numParams(false))
                .sum();
  }

  private static double count(NeuralNetConfiguration layer) {
    return layer.getLayer().initializer().numParams(layer);
  }
}
