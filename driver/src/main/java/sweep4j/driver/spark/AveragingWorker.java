package sweep4j.driver.spark;

import org.apache.spark.broadcast.Broadcast;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;
import org.deeplearning4j.spark.api.WorkerConfiguration;
import org.deeplearning4j.spark.api.worker.NetBroadcastTuple;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingWorker;
import org.nd4j.linalg.api.ndarray.INDArray;
import sweep4j.worker.training.Network;

/** dl4j-spark's worker, with the layers that other trials train with. */
final class AveragingWorker extends ParameterAveragingTrainingWorker {
  private static final long serialVersionUID = 1L;

  private final int iteration;
  private final int epoch;

  /**
   * A worker.
   *
   * @param iteration how many steps there have been; the copy of a graph's configuration that a
   *     worker gets does not know
   * @param epoch likewise, how many epochs
   */
  AveragingWorker(
      Broadcast<NetBroadcastTuple> network,
      WorkerConfiguration configuration,
      int iteration,
      int epoch) {
    super(network, true, configuration, null, null, null);
    this.iteration = iteration;
    this.epoch = epoch;
  }

  @Override
  public MultiLayerNetwork getInitialModel() {
    MultiLayerNetwork network = super.getInitialModel();
    Network.quicken(network);
    INDArray state = network.getUpdater().getStateViewArray();
    // It knows the layers that have been replaced.
    network.setUpdater(state == null ? null : new MultiLayerUpdater(network, state));
    return network;
  }

  @Override
  public ComputationGraph getInitialModelGraph() {
    ComputationGraph network = super.getInitialModelGraph();
    network.getConfiguration().setIterationCount(iteration);
    network.getConfiguration().setEpochCount(epoch);
    return network;
  }
}
