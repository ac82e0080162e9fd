package sweep4j.worker.training;

import java.util.Map;
import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import sweep4j.worker.model.NetworkConfiguration;

/** Layers one after another. */
record ChainNetwork(MultiLayerNetwork model) implements Network {

  static ChainNetwork of(MultiLayerConfiguration configuration) {
    var network = new MultiLayerNetwork(configuration);
    network.init();
    // With its updater, which would otherwise be made by the first step.
    network.getUpdater();
    return new ChainNetwork(network);
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
  public @Nullable INDArray updaterState() {
    Updater updater = model.getUpdater(false);
    return updater == null ? null : updater.getStateViewArray();
  }

  @Override
  public void fit(DataSet batch) {
    model.fit(batch);
  }

  @Override
  public Map<String, INDArray> gradientsOn(DataSet batch) {
    model.setInput(batch.getFeatures());
    model.setLabels(batch.getLabels());
    model.computeGradientAndScore();
    model.setInput(null);
    model.setLabels(null);
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
