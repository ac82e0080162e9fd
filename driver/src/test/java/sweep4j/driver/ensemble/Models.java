package sweep4j.driver.ensemble;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Answers of models that exist on paper only. */
final class Models {

  private Models() {}

  /** Two classes, of which 0 is right in every row, with these probabilities. */
  static Answers sureOfClass0(double... probabilities) {
    var values = new double[2 * probabilities.length];
    for (int row = 0; row < probabilities.length; row++) {
      values[2 * row] = Math.log(probabilities[row]);
      values[2 * row + 1] = Math.log(1 - probabilities[row]);
    }
    return new Answers(2, values);
  }

  /** The truth for {@link #sureOfClass0}. */
  static Truth class0(int rows) {
    return new RightClasses(2, new int[rows]);
  }

  static Answers numbers(double... predicted) {
    return new Answers(1, predicted);
  }

  /** A network that knows something: right classes score higher, by chance more or less. */
  static float[] network(int classes, int[] labels, SplittableRandom random) {
    var logits = new float[classes * labels.length];
    for (int i = 0; i < logits.length; i++) {
      boolean right = i % classes == labels[i / classes];
      logits[i] = (float) (6 * random.nextDouble() + (right ? 2 : 0));
    }
    return logits;
  }

  static int[] labels(int rows, int classes, SplittableRandom random) {
    var labels = new int[rows];
    Arrays.setAll(labels, row -> random.nextInt(classes));
    return labels;
  }
}
