package sweep4j.worker.training;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.preprocessor.DataNormalization;
import org.nd4j.linalg.factory.Nd4j;
import sweep4j.worker.device.NativeRuntime;

/**
 * A trained network and its scaler, which answer rows as they stand in the data: unscaled inputs,
 * and a regression's answers in the label's own unit. For one thread.
 */
public final class Predictor implements AutoCloseable {

  private final Network network;
  private final @Nullable DataNormalization scaler;
  private final int outputs;

  private Predictor(Network network, @Nullable DataNormalization scaler, int outputs) {
    this.network = network;
    this.scaler = scaler;
    this.outputs = outputs;
  }

  /**
   * The network of a model file.
   *
   * @param outputs how many classes; 1 for regression
   * @throws IOException when it cannot be read
   */
  public static Predictor read(byte[] model, int outputs) throws IOException {
    NativeRuntime.ready();
    return new Predictor(ModelFile.read(model), ModelFile.scaler(model), outputs);
  }

  /**
   * Answers {@code rows} rows.
   *
   * @param inputs row after row; only read
   * @return row after row, for each class its probability, or the number that is predicted
   * @throws IllegalArgumentException if the network takes or gives another number of values
   */
  public double[] answers(float[] inputs, int rows, int width) {
    float[] used = Arrays.copyOf(inputs, Math.multiplyExact(rows, width));
    try (INDArray features = Nd4j.createFromArray(used).reshape('c', rows, width)) {
      if (scaler != null) {
        scaler.transform(features);
      }
      return outputs == 1 ? numbers(features) : probabilities(features);
    }
  }

  private double[] numbers(INDArray features) {
    try (INDArray answers = network.logits(features)) {
      if (scaler != null) {
        scaler.revertLabels(answers);
      }
      return answers.dup('c').data().asDouble();
    }
  }

  /** By a softmax in double precision, in which no answer is certain for want of digits. */
  private double[] probabilities(INDArray features) {
    float[] logits = Scorer.answers(network, features);
    var probabilities = new double[logits.length];
    for (int from = 0; from < logits.length; from += outputs) {
      double max = Double.NEGATIVE_INFINITY;
      for (int k = from; k < from + outputs; k++) {
        max = Math.max(max, logits[k]);
      }
      double sum = 0;
      for (int k = from; k < from + outputs; k++) {
        probabilities[k] = Math.exp(logits[k] - max);
        sum += probabilities[k];
      }
      for (int k = from; k < from + outputs; k++) {
        probabilities[k] /= sum;
      }
    }
    return probabilities;
  }

  @Override
  public void close() {
    network.close();
    NativeRuntime.ready().release();
  }
}
