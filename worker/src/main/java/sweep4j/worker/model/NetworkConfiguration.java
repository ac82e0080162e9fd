package sweep4j.worker.model;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.Layer;

/** One of Deeplearning4j's two kinds of configuration, with one input and one output. */
public sealed interface NetworkConfiguration {

  /** Layers one after another. */
  record Chain(MultiLayerConfiguration configuration) implements NetworkConfiguration {
    @Override
    public List<Layer> layers() {
      return configuration.getConfs().stream().map(NeuralNetConfiguration::getLayer).toList();
    }

    @Override
    public Layer outputLayer() {
      return layers().get(layers().size() - 1);
    }

    @Override
    public Chain portable() {
      var copy = new Chain(configuration.clone());
      Portable.make(copy.layers());
      return copy;
    }
  }

  /** Layers and other vertices that may branch and join. */
  record Graph(ComputationGraphConfiguration configuration) implements NetworkConfiguration {
    public Graph {
      require("input", configuration.getNetworkInputs());
      require("output", configuration.getNetworkOutputs());
    }

    private static void require(String what, List<String> names) {
      if (names.size() != 1) {
        throw new IllegalArgumentException(
            "the network must have one " + what + ", but has " + names.size() + ": " + names);
      }
    }

    @Override
    public List<Layer> layers() {
      return configuration.getVertices().values().stream()
          .filter(LayerVertex.class::isInstance)
          .map(vertex -> ((LayerVertex) vertex).getLayerConf().getLayer())
          .toList();
    }

    @Override
    public Layer outputLayer() {
      String name = configuration.getNetworkOutputs().get(0);
      if (configuration.getVertices().get(name) instanceof LayerVertex vertex) {
        return vertex.getLayerConf().getLayer();
      }
      throw new IllegalArgumentException("the output " + name + " must be a layer, but is not");
    }

    @Override
    public Graph portable() {
      var copy = new Graph(configuration.clone());
      Portable.make(copy.layers());
      return copy;
    }
  }

  /** Its layers, without other vertices, in the order in which they were declared. */
  List<Layer> layers();

  /**
   * The layer that gives the output.
   *
   * @throws IllegalArgumentException if that is not a layer
   */
  Layer outputLayer();

  /**
   * A copy that Deeplearning4j alone understands. It differs in what has no part in what a trained
   * network answers: a schedule of ours becomes the constant learning rate that it starts from,
   * classical momentum becomes Nesterov's, and a bound on the norms of weights is left out.
   */
  NetworkConfiguration portable();
}
