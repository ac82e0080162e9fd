package sweep4j.driver.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.api.ndarray.INDArray;
import sweep4j.driver.hadoop.HadoopFiles;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;
import sweep4j.worker.data.DataException;
import sweep4j.worker.data.DataLoader;
import sweep4j.worker.data.PreparedData;

/** Evaluation in parts: Deeplearning4j's own threads must not make a task wait forever. */
@Timeout(120)
class SplitEvaluationTest {

  private static final int PARTS = 2;
  private static final CyclicBarrier ALL_PARTS = new CyclicBarrier(PARTS);

  /** Ends no part before the others have begun theirs. */
  private static final class Meeting extends Evaluation {

    private static final long serialVersionUID = 1;

    @Override
    public void eval(
        INDArray labels,
        INDArray out,
        @Nullable INDArray mask,
        @Nullable List<? extends Serializable> rows) {
      try {
        ALL_PARTS.await(1, TimeUnit.MINUTES);
      } catch (Exception e) {
        throw new IllegalStateException("the parts are not evaluated at once", e);
      }
      super.eval(labels, out, mask, rows);
    }
  }

  /** Deeplearning4j evaluates each kind by its own code. */
  private static List<Model> networks(PreparedData data) {
    int features = data.featureNames().size();
    OutputLayer layer = new OutputLayer.Builder().nIn(features).nOut(data.outputWidth()).build();
    var chain =
        new MultiLayerNetwork(new NeuralNetConfiguration.Builder().list().layer(layer).build());
    var graph =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("in")
                .addLayer("out", layer.clone(), "in")
                .setOutputs("out")
                .build());
    chain.init();
    graph.init();
    return List.of(chain, graph);
  }

  @Test
  void noPartWaitsForAnother() throws Exception {
    PreparedData data = load();
    try (JavaSparkContext spark =
        SparkStart.start(new SparkRequest("test", "local[%d]".formatted(PARTS)))) {
      var evaluation = new SplitEvaluation(spark, data, new SentData(spark.broadcast(data)));

      for (Model network : networks(data)) {
        Evaluation found =
            evaluation.evaluate(network, evaluation.batches(Split.TEST, PARTS), new Meeting());

        assertThat(found.getNumRowCounter()).isEqualTo(Split.TEST.of(data).size());
      }
    }
  }

  /** Batches are made on another thread than their task's, which must hear of it. */
  @Test
  void aBatchThatCannotBeMadeEndsTheJob() throws Exception {
    PreparedData data = load();
    try (JavaSparkContext spark = SparkStart.start(new SparkRequest("test", "local[2]"))) {
      var evaluation =
          new SplitEvaluation(spark, data, new SentData(spark.broadcast(withTooFewClasses(data))));

      for (Model network : networks(data)) {
        assertThatThrownBy(
                () ->
                    evaluation.evaluate(
                        network, evaluation.batches(Split.TEST, PARTS), new Evaluation()))
            .isInstanceOf(SparkException.class);
      }
    }
  }

  private static PreparedData withTooFewClasses(PreparedData data) {
    return new PreparedData(
        data.task(),
        data.featureNames(),
        data.classNames().subList(0, 1),
        data.imageShape(),
        data.scaling(),
        data.training(),
        data.validation(),
        data.test(),
        data.table(),
        data.contentHash(),
        data.remarks());
  }

  private static PreparedData load() throws DataException {
    var settings =
        new DataSettings(
            new DataSource.Csv("../sweeps/data/breast_cancer.csv", "diagnosis"),
            Task.CLASSIFICATION,
            new HeldOut.Share(0.3),
            new HeldOut.Share(0.1),
            Scale.STANDARDIZE);
    return DataLoader.load(settings, 42, HadoopFiles.opener());
  }
}
