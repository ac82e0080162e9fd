package sweep4j.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.earlystopping.EarlyStoppingConfiguration;
import org.deeplearning4j.earlystopping.EarlyStoppingResult;
import org.deeplearning4j.earlystopping.saver.InMemoryModelSaver;
import org.deeplearning4j.earlystopping.scorecalc.DataSetLossCalculator;
import org.deeplearning4j.earlystopping.termination.MaxEpochsTerminationCondition;
import org.deeplearning4j.earlystopping.termination.ScoreImprovementEpochTerminationCondition;
import org.deeplearning4j.earlystopping.trainer.EarlyStoppingTrainer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A search as one writes it with Spark and Deeplearning4j alone: configurations in parallel, each
 * trained with Deeplearning4j's own early stopping, everything that is not said here at its
 * default. See {@code deploy/bench/out-of-the-box}.
 *
 * <p>Where there was a choice, it is the one that costs less: the data are sent as bytes, and cut
 * into mini-batches once.
 */
public final class OutOfTheBox {
  private static final int BATCH = 128;
  private static final int PATIENCE = 3;
  private static final int SEED = 42;
  private static final double L2 = 1e-5;

  /** Deeplearning4j takes the probability to keep. */
  private static final double KEEP = 0.8;

  private OutOfTheBox() {}

  /** TRAINING_FOLDER VALIDATION_FOLDER EPOCHS RATE... . Prints a line for each trial. */
  public static void main(String[] arguments) throws Exception {
    LabelledImages training = LabelledImages.read(Path.of(arguments[0]));
    LabelledImages validation = LabelledImages.read(Path.of(arguments[1]));
    int epochs = Integer.parseInt(arguments[2]);
    List<Double> rates = Arrays.stream(arguments).skip(3).map(Double::valueOf).toList();

    var settings =
        new SparkConf()
            .setMaster("local[2]")
            .setAppName("out of the box")
            .set("spark.ui.enabled", "false");
    try (var spark = new JavaSparkContext(settings)) {
      Broadcast<LabelledImages> toLearnFrom = spark.broadcast(training);
      Broadcast<LabelledImages> toCompareOn = spark.broadcast(validation);
      spark
          .parallelize(rates, rates.size())
          .map(rate -> train(rate, epochs, toLearnFrom.value(), toCompareOn.value()))
          .collect()
          .forEach(System.out::println);
    }
  }

  /** {@code TRIAL}, the rate, seconds, epochs, and the accuracy on the validation images. */
  private static String train(
      double rate, int epochs, LabelledImages training, LabelledImages validation) {
    long begin = System.nanoTime();
    DataSetIterator batches = batches(training);
    DataSetIterator heldOut = batches(validation);
    var stopping =
        new EarlyStoppingConfiguration.Builder<MultiLayerNetwork>()
            .epochTerminationConditions(
                new MaxEpochsTerminationCondition(epochs),
                new ScoreImprovementEpochTerminationCondition(PATIENCE))
            .scoreCalculator(new DataSetLossCalculator(heldOut, true))
            .evaluateEveryNEpochs(1)
            .modelSaver(new InMemoryModelSaver<>())
            .build();
    EarlyStoppingResult<MultiLayerNetwork> result =
        new EarlyStoppingTrainer(stopping, configuration(rate), batches).fit();
    double accuracy = result.getBestModel().evaluate(heldOut).accuracy();
    return String.format(
        Locale.ROOT,
        "TRIAL %g %.1f %d %.4f",
        rate,
        (System.nanoTime() - begin) / 1e9,
        result.getTotalEpochs(),
        accuracy);
  }

  private static DataSetIterator batches(LabelledImages images) {
    return new ListDataSetIterator<>(images.toDataSet().batchBy(BATCH), 1);
  }

  private static MultiLayerConfiguration configuration(double rate) {
    return new NeuralNetConfiguration.Builder()
        .seed(SEED)
        .updater(new Adam(rate))
        .weightInit(WeightInit.RELU)
        .l2(L2)
        .list()
        .layer(
            new DenseLayer.Builder()
                .nIn(LabelledImages.PIXELS)
                .nOut(256)
                .activation(Activation.RELU)
                .build())
        .layer(
            new DenseLayer.Builder()
                .nIn(256)
                .nOut(128)
                .activation(Activation.RELU)
                .dropOut(KEEP)
                .build())
        .layer(
            new OutputLayer.Builder(LossFunction.MCXENT)
                .nIn(128)
                .nOut(LabelledImages.DIGITS)
                .activation(Activation.SOFTMAX)
                .dropOut(KEEP)
                .build())
        .build();
  }
}
