package sweep4j.worker.model;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.jspecify.annotations.Nullable;

/**
 * A layer of a network that somebody else described.
 *
 * @param name its number from 0 in a chain, its own in a graph
 * @param configuration what it is, which may be changed
 * @param preProcessor what reshapes its input, if anything does
 * @param isFirst whether it takes in the network's input
 * @param isOutput whether it gives the network's output
 */
record DescribedLayer(
    String name,
    NeuralNetConfiguration configuration,
    @Nullable InputPreProcessor preProcessor,
    boolean isFirst,
    boolean isOutput) {

  Layer layer() {
    return configuration.getLayer();
  }

  /** The layer, if it has weights that are trained; null for any other. */
  @Nullable BaseLayer weighted() {
    Layer layer = layer();
    return layer instanceof BaseLayer base
            && !(layer instanceof BatchNormalization
                || layer instanceof DropoutLayer
                || layer instanceof LossLayer)
        ? base
        : null;
  }

  /** All layers, in the order in which they were declared. */
  static List<DescribedLayer> of(NetworkConfiguration network) {
    return network instanceof NetworkConfiguration.Chain chain
        ? ofChain(chain)
        : ofGraph(((NetworkConfiguration.Graph) network).configuration());
  }

  private static List<DescribedLayer> ofChain(NetworkConfiguration.Chain chain) {
    List<NeuralNetConfiguration> each = chain.configuration().getConfs();
    var layers = new ArrayList<DescribedLayer>();
    for (int i = 0; i < each.size(); i++) {
      layers.add(
          new DescribedLayer(
              String.valueOf(i),
              each.get(i),
              chain.configuration().getInputPreProcess(i),
              i == 0,
              i == each.size() - 1));
    }
    return layers;
  }

  private static List<DescribedLayer> ofGraph(ComputationGraphConfiguration graph) {
    var layers = new ArrayList<DescribedLayer>();
    graph
        .getVertices()
        .forEach(
            (name, vertex) -> {
              if (vertex instanceof LayerVertex layer) {
                List<String> inputs = graph.getVertexInputs().get(name);
                layers.add(
                    new DescribedLayer(
                        name,
                        layer.getLayerConf(),
                        layer.getPreProcessor(),
                        inputs != null && inputs.contains(graph.getNetworkInputs().get(0)),
                        graph.getNetworkOutputs().contains(name)));
              }
            });
    return layers;
  }
}
