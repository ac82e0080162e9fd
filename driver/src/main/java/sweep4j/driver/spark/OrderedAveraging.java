package sweep4j.driver.spark;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.api.RDDTrainingApproach;
import org.deeplearning4j.spark.api.Repartition;
import org.deeplearning4j.spark.api.WorkerConfiguration;
import org.deeplearning4j.spark.api.worker.ExecuteWorkerFlatMap;
import org.deeplearning4j.spark.api.worker.NetBroadcastTuple;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingResult;
import org.deeplearning4j.spark.impl.paramavg.aggregator.ParameterAveragingAggregationTuple;
import org.deeplearning4j.spark.impl.paramavg.aggregator.ParameterAveragingElementAddFunction;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import sweep4j.trial.DataParallel;

/**
 * dl4j-spark's parameter averaging, less what would make its result depend on the cluster. Its own
 * adds the workers' parameters up in the order in which they end, and floats added in another order
 * have another sum; it draws which rows go to which worker by itself; and its broadcasts stay until
 * the garbage collector finds them.
 *
 * <p>What is given to {@link #executeTraining} is one round: each partition is a worker's part,
 * which is not empty, and in the end the network is the average.
 */
final class OrderedAveraging extends ParameterAveragingTrainingMaster {

  private @Nullable Broadcast<NetBroadcastTuple> sent;

  /**
   * Averages of workers that learn from mini-batches of {@code batchSize} rows.
   *
   * @param batchSize but for the last of an epoch
   */
  OrderedAveraging(DataParallel how, int batchSize) {
    super(
        new Builder(how.workers(), batchSize)
            .batchSizePerWorker(batchSize)
            .averagingFrequency(how.averagingFrequency())
            .workerPrefetchNumBatches(0)
            .rddTrainingApproach(RDDTrainingApproach.Direct)
            .repartionData(Repartition.Never)
            .saveUpdater(true)
            .collectTrainingStats(false));
  }

  @Override
  public void executeTraining(SparkDl4jMultiLayer network, JavaRDD<DataSet> round) {
    try {
      var work = new ExecuteWorkerFlatMap<>(getWorkerInstance(network));
      processResults(network, null, round.mapPartitions(work), 1, 1);
    } finally {
      forget(network.getSparkContext());
    }
  }

  @Override
  public void executeTraining(SparkComputationGraph graph, JavaRDD<DataSet> round) {
    try {
      var work = new ExecuteWorkerFlatMap<>(getWorkerInstance(graph));
      processResults(null, graph, round.mapPartitions(work), 1, 1);
    } finally {
      forget(graph.getSparkContext());
    }
  }

  @Override
  public AveragingWorker getWorkerInstance(SparkDl4jMultiLayer network) {
    MultiLayerNetwork model = network.getNetwork();
    var tuple =
        new NetBroadcastTuple(
            model.getLayerWiseConfigurations(),
            model.params(),
            model.getUpdater().getStateViewArray());
    return worker(
        network.getSparkContext(), tuple, model.getIterationCount(), model.getEpochCount());
  }

  @Override
  public AveragingWorker getWorkerInstance(SparkComputationGraph graph) {
    ComputationGraph model = graph.getNetwork();
    var tuple =
        new NetBroadcastTuple(
            model.getConfiguration(), model.params(), model.getUpdater().getStateViewArray());
    return worker(
        graph.getSparkContext(),
        tuple,
        model.getConfiguration().getIterationCount(),
        model.getConfiguration().getEpochCount());
  }

  private AveragingWorker worker(
      JavaSparkContext spark, NetBroadcastTuple tuple, int iteration, int epoch) {
    Broadcast<NetBroadcastTuple> broadcast = spark.broadcast(tuple);
    sent = broadcast;
    var configuration =
        new WorkerConfiguration(
            tuple.getGraphConfiguration() != null,
            batchSizePerWorker,
            batchSizePerWorker,
            averagingFrequency,
            prefetchNumBatches,
            false);
    return new AveragingWorker(broadcast, configuration, iteration, epoch);
  }

  private void forget(JavaSparkContext spark) {
    if (sent != null && !spark.sc().isStopped()) {
      sent.destroy();
    }
    sent = null;
  }

  @Override
  protected void processResults(
      @Nullable SparkDl4jMultiLayer network,
      @Nullable SparkComputationGraph graph,
      JavaRDD<ParameterAveragingTrainingResult> results,
      int splitNum,
      int totalSplits) {
    List<ParameterAveragingAggregationTuple> inOrder = results.map(new Alone()).collect();
    INDArray params = inOrder.get(0).getParametersSum();
    INDArray state = inOrder.get(0).getUpdaterStateSum();
    for (ParameterAveragingAggregationTuple part : inOrder.subList(1, inOrder.size())) {
      add(params, part.getParametersSum());
      if (state != null) {
        add(state, part.getUpdaterStateSum());
      }
    }
    params.divi(inOrder.size());
    if (state != null) {
      state.divi(inOrder.size());
    }
    if (network != null) {
      network.getNetwork().setParameters(params);
      if (state != null) {
        network.getNetwork().getUpdater().getStateViewArray().assign(state);
      }
    } else if (graph != null) {
      graph.getNetwork().setParams(params);
      if (state != null) {
        graph.getNetwork().getUpdater().getStateViewArray().assign(state);
      }
    }
    params.close();
    if (state != null) {
      state.close();
    }
  }

  /** A worker's result as a sum of one, which, other than the result itself, can be sent. */
  private record Alone()
      implements Function<ParameterAveragingTrainingResult, ParameterAveragingAggregationTuple> {
    @Override
    public ParameterAveragingAggregationTuple call(ParameterAveragingTrainingResult result)
        throws Exception {
      return new ParameterAveragingElementAddFunction().call(null, result);
    }
  }

  private static void add(INDArray sum, INDArray summand) {
    sum.addi(summand);
    summand.close();
  }
}
