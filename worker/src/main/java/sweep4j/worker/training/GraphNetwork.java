package sweep4j.worker.training;

import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.graph.ComputationGraphUpdater;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import sweep4j.worker.model.NetworkConfiguration;

/** A graph of layers and other vertices, with one input and one output. */
record GraphNetwork(ComputationGraph model) implements Network {

  static GraphNetwork of(ComputationGraphConfiguration configuration) {
    var network = new ComputationGraph(configuration);
    network.init();
    // With its updater, which would otherwise be made by the first step.
    network.getUpdater();
    return new GraphNetwork(network);
  }

  @Override
  public ComputationGraph portable() {
    var copy =
        new ComputationGraph(
            new NetworkConfiguration.Graph(model.getConfiguration()).portable().configuration());
    copy.init(params(), false);
    return copy;
  }

  @Override
  public INDArray params() {
    return model.params();
  }

  @Override
  public @Nullable INDArray gradients() {
    return model.getGradientsViewArray();
  }

  @Override
  public @Nullable INDArray updaterState() {
    ComputationGraphUpdater updater = model.getUpdater(false);
    return updater == null ? null : updater.getStateViewArray();
  }

  @Override
  public void fit(DataSet batch) {
    model.fit(batch);
  }

  @Override
  public Map<String, INDArray> gradientsOn(DataSet batch) {
    model.setInputs(batch.getFeatures());
    model.setLabels(batch.getLabels());
    model.computeGradientAndScore();
    model.clear();
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
    model.getConfiguration().setEpochCount(epoch);
    model.getConfiguration().setIterationCount(iteration);
  }

  @Override
  public INDArray output(INDArray features) {
    return model.output(false, features)[0];
  }

  @Override
  public BaseLayer outputLayer() {
    return (BaseLayer) model.getOutputLayer(0).conf().getLayer();
  }
}
