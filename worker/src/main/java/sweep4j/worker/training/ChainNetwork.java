package sweep4j.worker.training;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import sweep4j.worker.model.NetworkConfiguration;
import sweep4j.worker.quick.QuickLayers;

/**
 * Layers one after another.
 *
 * @param updates of its parameters; null where it does not train
 */
record ChainNetwork(MultiLayerNetwork model, @Nullable Updates updates) implements Network {

  /**
   * One with initial weights, to be trained.
   *
   * @param stockUpdater whether by Deeplearning4j's own updater in any case
   */
  static ChainNetwork of(MultiLayerConfiguration configuration, boolean stockUpdater) {
    var network = new MultiLayerNetwork(configuration);
    network.init();
    QuickLayers.install(network);
    network.initGradientsView();
    var layers = Arrays.stream(network.getLayers()).filter(layer -> layer.numParams() > 0).toList();
    return new ChainNetwork(
        network,
        Updates.of(
            network,
            layers,
            network.getFlattenedGradients(),
            () -> network.getUpdater().getStateViewArray(),
            stockUpdater));
  }

  /** One that answers only. */
  static ChainNetwork trained(MultiLayerNetwork network) {
    QuickLayers.install(network);
    return new ChainNetwork(network, null);
  }

  @Override
  public MultiLayerNetwork portable() {
    var copy =
        new MultiLayerNetwork(
            new NetworkConfiguration.Chain(model.getLayerWiseConfigurations())
                .portable()
                .configuration());
    copy.init(params(), false);
    return copy;
  }

  @Override
  public INDArray params() {
    return model.params();
  }

  @Override
  public @Nullable INDArray gradients() {
    return model.getFlattenedGradients();
  }

  @Override
  public void fit(DataSet batch) {
    Updates after = Objects.requireNonNull(updates, "this network does not train");
    if (after.isQuick()) {
      computeGradients(batch);
      after.apply(batch.numExamples());
      model.clearLayersStates();
    } else {
      model.fit(batch);
    }
    after.flush();
  }

  private void computeGradients(DataSet batch) {
    model.setInput(batch.getFeatures());
    model.setLabels(batch.getLabels());
    model.computeGradientAndScore();
    model.setInput(null);
    model.setLabels(null);
  }

  @Override
  public Map<String, INDArray> gradientsOn(DataSet batch) {
    computeGradients(batch);
    return Network.forget(model.getLayers(), model.paramTable().keySet(), model.gradient());
  }

  @Override
  public void endEpoch() {
    model.incrementEpochCount();
  }

  @Override
  public int iteration() {
    return model.getIterationCount();
  }

  @Override
  public void resumeAt(int epoch, int iteration) {
    model.setEpochCount(epoch);
    model.setIterationCount(iteration);
  }

  @Override
  public INDArray output(INDArray features) {
    return model.output(features, false);
  }

  @Override
  public BaseLayer outputLayer() {
    return (BaseLayer) model.getOutputLayer().conf().getLayer();
  }
}
