package sweep4j.worker.model;

import java.util.List;
import java.util.Map;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ModelType.Dl4j;

/** A network that a file describes, with what the sweep sets put over it. */
final class Described {

  /**
   * The network and what was done to it.
   *
   * @param touched the names of the layers that each hyperparameter of the sweep touched
   */
  record Overridden(NetworkConfiguration network, Map<Hyperparameter, List<String>> touched) {}

  private Described() {}

  /**
   * The network, with initial weights of {@code seed}, as if it had never trained.
   *
   * @throws IllegalArgumentException if it does not fit the data, or if something that is set has
   *     no effect on it, in words for the user
   */
  static Overridden configure(
      Dl4j model, NetworkShape shape, Hyperparameters h, TrainingLength length, long seed) {
    try {
      return overridden(model, shape, h, length, seed);
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (RuntimeException e) {
      // A description may lack anything, and Deeplearning4j then stumbles over nothing anywhere.
      throw new IllegalArgumentException(
          DescriptionReader.words(model, DescriptionFault.words(e)), e);
    }
  }

  private static Overridden overridden(
      Dl4j model, NetworkShape shape, Hyperparameters h, TrainingLength length, long seed) {
    NetworkConfiguration network = DescriptionReader.read(model);
    List<DescribedLayer> layers = DescribedLayer.of(network);
    String objection = new DescriptionCheck(shape, layers).objection();
    if (objection != null) {
      throw DescriptionReader.wrong(model, "this network " + objection);
    }
    begin(network, layers, seed);
    Map<Hyperparameter, List<String>> touched = DescriptionOverrides.apply(layers, h, length);
    touched.forEach(
        (parameter, names) -> {
          if (names.isEmpty()) {
            throw DescriptionReader.wrong(
                model,
                "%s touches none of its layers: leave it out of the sweep"
                    .formatted(parameter.key()));
          }
        });
    return new Overridden(network, touched);
  }

  private static void begin(NetworkConfiguration network, List<DescribedLayer> layers, long seed) {
    for (DescribedLayer each : layers) {
      each.configuration().setSeed(seed);
      each.configuration().setIterationCount(0);
      each.configuration().setEpochCount(0);
    }
    if (network instanceof NetworkConfiguration.Chain chain) {
      chain.configuration().setIterationCount(0);
      chain.configuration().setEpochCount(0);
    } else if (network instanceof NetworkConfiguration.Graph graph) {
      graph.configuration().getDefaultConfiguration().setSeed(seed);
      graph.configuration().setIterationCount(0);
      graph.configuration().setEpochCount(0);
    }
  }
}
