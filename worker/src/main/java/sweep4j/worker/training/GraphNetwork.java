package sweep4j.worker.training;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import sweep4j.worker.model.NetworkConfiguration;

/**
 * A graph of layers and other vertices, with one input and one output.
 *
 * @param updates of its parameters; null where it does not train
 */
record GraphNetwork(ComputationGraph model, @Nullable Updates updates) implements Network {

  /**
   * One with initial weights, to be trained.
   *
   * @param stockUpdater whether by Deeplearning4j's own updater in any case
   */
  static GraphNetwork of(ComputationGraphConfiguration configuration, boolean stockUpdater) {
    var network = new ComputationGraph(configuration);
    network.init();
    network.initGradientsView();
    var layers =
        Arrays.stream(network.topologicalSortOrder())
            .mapToObj(vertex -> network.getVertices()[vertex])
            .filter(vertex -> vertex.numParams() > 0)
            .toList();
    return new GraphNetwork(
        network,
        Updates.of(
            network,
            layers,
            network.getGradientsViewArray(),
            () -> network.getUpdater().getStateViewArray(),
            stockUpdater));
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
    model.setInputs(batch.getFeatures());
    model.setLabels(batch.getLabels());
    model.computeGradientAndScore();
    model.clear();
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
