package sweep4j.driver.spark;

import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.nd4j.evaluation.IEvaluation;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.evaluation.regression.RegressionEvaluation;
import org.nd4j.linalg.dataset.DataSet;
import sweep4j.trial.Task;
import sweep4j.worker.data.PreparedData;

/**
 * Evaluates a network on a split with dl4j-spark, each slot on its part. Deeplearning4j's own
 * evaluation, so that the score by which a sweep is judged does not come from the code that chose
 * the winner.
 */
final class SplitEvaluation {

  /**
   * Each part is evaluated on its own task's thread. Where Deeplearning4j allows fewer parts at
   * once in a process, a part that comes while another one's ends may wait forever: the thread that
   * is to take it over has looked for such parts already.
   */
  private static final int ALL_AT_ONCE = Integer.MAX_VALUE;

  private final JavaSparkContext spark;
  private final PreparedData data;
  private final DataSupply supply;

  /** Of {@code data}, which tasks have from {@code supply}. */
  SplitEvaluation(JavaSparkContext spark, PreparedData data, DataSupply supply) {
    this.spark = spark;
    this.data = data;
    this.supply = supply;
  }

  /**
   * Accuracy, or root mean squared error in the label's own unit.
   *
   * @param slots how many parts to make of a classification's rows; errors of a regression are
   *     summed by one, as their sum depends in its last digits on what is added first
   */
  double quality(Model network, Split split, int slots) {
    int parts = data.task() == Task.CLASSIFICATION ? Math.min(slots, split.of(data).size()) : 1;
    JavaRDD<DataSet> batches = batches(split, parts);
    return data.task() == Task.CLASSIFICATION
        ? evaluate(network, batches, new Evaluation(data.outputWidth())).accuracy()
        : evaluate(network, batches, new RegressionEvaluation(1)).rootMeanSquaredError(0)
            * data.scaling().targetUnit();
  }

  JavaRDD<DataSet> batches(Split split, int parts) {
    return spark
        .parallelize(IntStream.range(0, parts).boxed().toList(), parts)
        .flatMap(new SplitBatches(supply, split, parts));
  }

  /** Deeplearning4j has one class for each kind of network, and no type that they share. */
  <E extends IEvaluation<E>> E evaluate(Model network, JavaRDD<DataSet> batches, E empty) {
    if (network instanceof ComputationGraph graph) {
      var distributed = new SparkComputationGraph(spark, graph, null);
      distributed.setDefaultEvaluationWorkers(ALL_AT_ONCE);
      return distributed.doEvaluation(batches, empty, SplitBatches.ROWS_AT_ONCE);
    }
    var distributed = new SparkDl4jMultiLayer(spark, (MultiLayerNetwork) network, null);
    distributed.setDefaultEvaluationWorkers(ALL_AT_ONCE);
    return distributed.doEvaluation(batches, empty, SplitBatches.ROWS_AT_ONCE);
  }
}
