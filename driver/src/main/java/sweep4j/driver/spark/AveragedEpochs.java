package sweep4j.driver.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.solvers.BaseOptimizer;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.nd4j.linalg.dataset.DataSet;
import sweep4j.trial.DataParallel;
import sweep4j.trial.Seeds;
import sweep4j.trial.Seeds.Stream;
import sweep4j.worker.data.MiniBatches;
import sweep4j.worker.training.Epochs;
import sweep4j.worker.training.Network;

/**
 * Epochs that several workers train together. The mini-batches of an epoch, in the order that is
 * drawn for all of them, are dealt out: with 2 workers and an average after every 3 mini-batches,
 *
 * <pre>{@code
 * round      0                 1
 * worker 0   0  2  4  average  6  8  10  average
 * worker 1   1  3  5           7  9
 * }</pre>
 *
 * <p>Each round is a Spark job of one task for each worker, wherever there is a slot: who has it
 * has no part in what comes out.
 */
final class AveragedEpochs implements Epochs {

  private final JavaSparkContext spark;
  private final LostExecutors lost;
  private final DataParallel how;
  private final JobName name;
  private final MiniBatches batches;
  private final PartBatches parts;
  private final OrderedAveraging averaging;

  /**
   * Epochs of one network.
   *
   * @param batches of all rows that are learned from
   * @param parts gathers them for workers
   */
  AveragedEpochs(
      JavaSparkContext spark,
      LostExecutors lost,
      DataParallel how,
      JobName name,
      MiniBatches batches,
      PartBatches parts) {
    this.spark = spark;
    this.lost = lost;
    this.how = how;
    this.name = name;
    this.batches = batches;
    this.parts = parts;
    this.averaging = new OrderedAveraging(how, batches.batchSize());
  }

  @Override
  public int steps() {
    int perEpoch = batches.perEpoch();
    int rounds = (perEpoch - 1) / perRound();
    int rest = perEpoch - rounds * perRound();
    return rounds * how.averagingFrequency() + (rest + how.workers() - 1) / how.workers();
  }

  @Override
  public boolean needsStockUpdater() {
    // The average is made of what it remembers, too.
    return true;
  }

  private int perRound() {
    return (int) Math.min(Integer.MAX_VALUE, (long) how.workers() * how.averagingFrequency());
  }

  @Override
  public void train(Network network, int epoch, Runnable beforeEachStep) {
    name.set(spark);
    int[] order = batches.order(Seeds.random(parts.seed(), Stream.BATCH_ORDER, epoch));
    int perEpoch = batches.perEpoch();
    for (long first = 0; first < perEpoch; first += perRound()) {
      beforeEachStep.run();
      int end = (int) Math.min(perEpoch, first + perRound());
      int round = (int) (first / perRound());
      List<Part> dealt = deal(order, epoch, round, (int) first, end);
      averageWhereverThereAreExecutors(network, dealt);
      BaseOptimizer.incrementIterationCount(
          network.model(), (end - (int) first + how.workers() - 1) / how.workers());
      network.flush();
    }
  }

  /** Nothing of the network has changed where that fails. */
  private void averageWhereverThereAreExecutors(Network network, List<Part> dealt) {
    try {
      lost.outlast(
          () -> {
            average(network, dealt);
            return dealt;
          });
    } catch (Exception e) {
      // The compiler cannot know that jobs throw Scala's unchecked SparkException.
      if (e instanceof SparkException) {
        throw new IllegalStateException(TrialJobs.reason(String.valueOf(e.getMessage())), e);
      }
      throw e;
    }
  }

  private List<Part> deal(int[] order, int epoch, int round, int first, int end) {
    var dealt = new ArrayList<Part>();
    for (int worker = 0; worker < Math.min(how.workers(), end - first); worker++) {
      var places = new int[Math.toIntExact(rowsOf(order, first + worker, end))];
      int filled = 0;
      for (int batch = first + worker; batch < end; batch += how.workers()) {
        int from = batch * batches.batchSize();
        int rows = Math.min(batches.batchSize(), order.length - from);
        System.arraycopy(order, from, places, filled, rows);
        filled += rows;
      }
      dealt.add(new Part(epoch, round, worker, places));
    }
    return dealt;
  }

  private long rowsOf(int[] order, int first, int end) {
    long rows = 0;
    for (int batch = first; batch < end; batch += how.workers()) {
      rows += Math.min(batches.batchSize(), order.length - batch * batches.batchSize());
    }
    return rows;
  }

  private void average(Network network, List<Part> dealt) {
    JavaRDD<DataSet> round = spark.parallelize(dealt, dealt.size()).flatMap(parts);
    if (network.model() instanceof ComputationGraph graph) {
      averaging.executeTraining(new SparkComputationGraph(spark, graph, averaging), round);
    } else {
      averaging.executeTraining(
          new SparkDl4jMultiLayer(spark, (MultiLayerNetwork) network.model(), averaging), round);
    }
  }
}
