package sweep4j.driver.spark;

import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.evaluation.regression.RegressionEvaluation;
import org.nd4j.linalg.dataset.DataSet;
import sweep4j.trial.Task;
import sweep4j.worker.data.PreparedData;

/**
 * Evaluates a network on the test split with dl4j-spark, each slot on its part. Deeplearning4j's
 * own evaluation, so that the score by which a sweep is judged does not come from the code that
 * chose the winner.
 */
final class TestEvaluation {

  private final JavaSparkContext spark;
  private final Broadcast<PreparedData> data;

  TestEvaluation(JavaSparkContext spark, Broadcast<PreparedData> data) {
    this.spark = spark;
    this.data = data;
  }

  /** Accuracy, or root mean squared error in the label's own unit. */
  double quality(MultiLayerNetwork network, int slots) {
    int parts = Math.min(slots, data.value().test().size());
    JavaRDD<DataSet> batches =
        spark
            .parallelize(IntStream.range(0, parts).boxed().toList(), parts)
            .flatMap(new TestBatches(data, parts));
    var distributed = new SparkDl4jMultiLayer(spark, network, null);
    distributed.setDefaultEvaluationWorkers(1);
    return data.value().task() == Task.CLASSIFICATION
        ? distributed
            .doEvaluation(
                batches, new Evaluation(data.value().outputWidth()), TestBatches.ROWS_AT_ONCE)
            .accuracy()
        : distributed
                .doEvaluation(batches, new RegressionEvaluation(1), TestBatches.ROWS_AT_ONCE)
                .rootMeanSquaredError(0)
            * data.value().scaling().targetUnit();
  }
}
