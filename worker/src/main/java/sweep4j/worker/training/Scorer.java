package sweep4j.worker.training;

import java.util.Iterator;
import org.nd4j.linalg.api.ndarray.INDArray;
import sweep4j.trial.Score;
import sweep4j.trial.Task;
import sweep4j.worker.data.Batch;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.data.Subset;

/**
 * Scores a network on a split, in the manner of {@link sweep4j.trial.Metric}: without dropout,
 * without weight penalty, each example with the same weight.
 */
final class Scorer {

  /** Rows scored at once: enough to keep matrix products efficient, small beside a data set. */
  static final int ROWS_AT_ONCE = 1024;

  private final PreparedData data;

  Scorer(PreparedData data) {
    this.data = data;
  }

  Score score(Network network, Subset subset) {
    return data.task() == Task.CLASSIFICATION
        ? classification(network, subset)
        : regression(network, subset);
  }

  private Score classification(Network network, Subset subset) {
    double loss = 0;
    int right = 0;
    int classes = data.outputWidth();
    Iterator<Batch> batches = data.batches(subset, ROWS_AT_ONCE).inOrder();
    while (batches.hasNext()) {
      try (Batch batch = batches.next()) {
        float[] logits = answers(network, batch.features());
        for (int i = 0; i < batch.size(); i++) {
          int label = batch.classOf(i);
          loss += crossEntropy(logits, i * classes, classes, label);
          if (likeliest(logits, i * classes, classes) == label) {
            right++;
          }
        }
      }
    }
    return new Score(loss / subset.size(), (double) right / subset.size());
  }

  private Score regression(Network network, Subset subset) {
    double squares = 0;
    Iterator<Batch> batches = data.batches(subset, ROWS_AT_ONCE).inOrder();
    while (batches.hasNext()) {
      try (Batch batch = batches.next()) {
        float[] answers = answers(network, batch.features());
        for (int i = 0; i < batch.size(); i++) {
          double error = answers[i] - data.scaling().scaleTarget(batch.targetOf(i));
          squares += error * error;
        }
      }
    }
    double loss = squares / subset.size();
    return new Score(loss, Math.sqrt(loss) * data.scaling().targetUnit());
  }

  /** What the output layer computes before its activation, one row per example. */
  static float[] answers(Network network, INDArray features) {
    try (INDArray answers = network.logits(features);
        INDArray rows = answers.dup('c')) {
      return rows.data().asFloat();
    }
  }

  /** -ln softmax(logits)[label], by log-sum-exp so that no exponential overflows. */
  private static double crossEntropy(float[] logits, int from, int classes, int label) {
    double max = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < classes; k++) {
      max = Math.max(max, logits[from + k]);
    }
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      sum += Math.exp(logits[from + k] - max);
    }
    return max + Math.log(sum) - logits[from + label];
  }

  private static int likeliest(float[] logits, int from, int classes) {
    int best = 0;
    for (int k = 1; k < classes; k++) {
      if (logits[from + k] > logits[from + best]) {
        best = k;
      }
    }
    return best;
  }
}
