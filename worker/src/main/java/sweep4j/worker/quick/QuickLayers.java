package sweep4j.worker.quick;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.layers.OutputLayer;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.layers.convolution.subsampling.SubsamplingLayer;
import org.deeplearning4j.nn.layers.feedforward.dense.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Puts layers of ours in the place of Deeplearning4j's, over the same parameters, which compute the
 * same to rounding. A kind of layer, or an option of one, that they do not know stays as it is.
 */
public final class QuickLayers {

  private QuickLayers() {}

  /** Replaces layers of an initialised network, if that computes in floats and not on a GPU. */
  public static void install(MultiLayerNetwork network) {
    if (!HostMemory.holdsArrays() || network.params().dataType() != DataType.FLOAT) {
      return;
    }
    Layer[] layers = network.getLayers();
    boolean prepared = network.getLayerWiseConfigurations().getInputPreProcess(0) != null;
    for (int i = 0; i < layers.length; i++) {
      layers[i] = quick(layers[i], i == 0, prepared);
      // Its input may be what a convolution remembers its relu by, handed on by layers between.
      layers[i].allowInputModification(false);
    }
  }

  private static Layer quick(Layer stock, boolean first, boolean prepared) {
    if (stock instanceof SubsamplingLayer pooling && QuickPooling.knows(pooling)) {
      return new QuickPooling(pooling);
    }
    if (!(stock instanceof BaseLayer<?> layer) || layer.layerConf().getWeightNoise() != null) {
      return stock;
    }
    if (stock.getClass() == DenseLayer.class && !((DenseLayer) stock).hasLayerNorm()) {
      return new QuickDense((DenseLayer) stock, first && !prepared);
    }
    if (stock instanceof ConvolutionLayer convolution && QuickConvolution.knows(convolution)) {
      return new QuickConvolution(convolution, first);
    }
    return stock.getClass() == OutputLayer.class ? new QuickOutput((OutputLayer) stock) : stock;
  }

  /** Gives what Deeplearning4j has set in a layer to the one that takes its place. */
  static void handOver(BaseLayer<?> from, BaseLayer<?> to) {
    to.setIndex(from.getIndex());
    to.setListeners(from.getListeners());
    to.setParamsViewArray(from.params());
    to.setParamTable(from.paramTable());
    if (from.getGradientsViewArray() != null) {
      to.setBackpropGradientsViewArray(from.getGradientsViewArray());
    }
  }
}
