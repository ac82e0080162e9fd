package sweep4j.driver.ensemble;

/** The right classes of a classification. The loss is the cross-entropy, in nats. */
public final class RightClasses implements Truth {

  private final int classes;
  private final int[] labels;

  /**
   * The classes of some rows.
   *
   * @param classes how many there are, at least 1
   * @param labels one per row, from 0 to {@code classes - 1}
   */
  public RightClasses(int classes, int[] labels) {
    for (int label : labels) {
      if (label < 0 || label >= classes) {
        throw new IllegalArgumentException(
            "classes must be from 0 to %d, but got %d".formatted(classes - 1, label));
      }
    }
    this.classes = classes;
    this.labels = labels.clone();
  }

  @Override
  public int rows() {
    return labels.length;
  }

  @Override
  public int outputs() {
    return classes;
  }

  /** ln softmax, by log-sum-exp so that no exponential overflows. */
  @Override
  public Answers answers(float[] network) {
    var values = new double[network.length];
    for (int from = 0; from < network.length; from += classes) {
      double max = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < classes; k++) {
        max = Math.max(max, network[from + k]);
      }
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        sum += Math.exp(network[from + k] - max);
      }
      double all = max + Math.log(sum);
      for (int k = 0; k < classes; k++) {
        values[from + k] = network[from + k] - all;
      }
    }
    return new Answers(classes, values);
  }

  @Override
  public Arithmetic arithmetic() {
    return Arithmetic.LOGARITHMIC;
  }

  @Override
  public int judged(int row) {
    return labels[row];
  }

  @Override
  public double loss(int row, double answer) {
    return -answer;
  }

  /** Accuracy; of classes that are equally likely, the first counts. */
  @Override
  public double quality(Answers answers, double loss) {
    int right = 0;
    for (int row = 0; row < labels.length; row++) {
      int likeliest = 0;
      for (int k = 1; k < classes; k++) {
        if (answers.at(row, k) > answers.at(row, likeliest)) {
          likeliest = k;
        }
      }
      if (likeliest == labels[row]) {
        right++;
      }
    }
    return (double) right / labels.length;
  }
}
