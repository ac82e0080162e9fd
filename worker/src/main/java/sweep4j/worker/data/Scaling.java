package sweep4j.worker.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.preprocessor.DataNormalization;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerMinMaxScaler;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.factory.Nd4j;
import sweep4j.trial.Scale;

/**
 * How inputs, and the target of a regression, are scaled: {@code (x - shift) / divisor} for each
 * column, in single precision and with the statistics rounded to it, which is the arithmetic of
 * ND4J's normalizers. So a model that was trained with this and one that is used with {@link
 * #toNormalizer()} see the same inputs.
 *
 * <p>Standardizing takes the mean and the standard deviation of the population (divided by n);
 * min-max takes the least value and the range. A column that is constant in the training rows
 * becomes 0 there.
 */
public final class Scaling implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Scale scale;
  private final float[] shifts;
  private final float[] spreads;
  private final float[] divisors;
  private final float targetShift;
  private final float targetSpread;
  private final float targetDivisor;
  private final boolean scalesTarget;

  private Scaling(Scale scale, ColumnStatistics[] columns, @Nullable ColumnStatistics target) {
    this.scale = scale;
    this.shifts = new float[columns.length];
    this.spreads = new float[columns.length];
    this.divisors = new float[columns.length];
    for (int column = 0; column < columns.length; column++) {
      shifts[column] = columns[column].shift(scale);
      spreads[column] = columns[column].spread(scale);
      divisors[column] = columns[column].divisor(scale);
    }
    this.scalesTarget = target != null && scale != Scale.NONE;
    this.targetShift = target == null ? 0 : target.shift(scale);
    this.targetSpread = target == null ? 1 : target.spread(scale);
    this.targetDivisor = target == null ? 1 : target.divisor(scale);
  }

  /**
   * Fits to the rows of {@code training} alone.
   *
   * @param featureNames one per column, for the message of an error
   * @throws DataException if a column varies by less than ND4J's normalizers can tell from nothing
   */
  static Scaling fit(Scale scale, Subset training, List<String> featureNames, String place)
      throws DataException {
    ColumnStatistics[] columns =
        scale == Scale.NONE
            ? ColumnStatistics.unknown(featureNames.size())
            : ColumnStatistics.ofFeatures(training);
    for (int column = 0; column < columns.length; column++) {
      if (!columns[column].scalable(scale)) {
        throw unscalable(place + ": column " + Quote.text(featureNames.get(column)));
      }
    }
    ColumnStatistics target = null;
    if (training.examples().labels() instanceof Labels.Targets targets) {
      target = ColumnStatistics.ofTargets(training, targets);
      if (!target.scalable(scale)) {
        throw unscalable(place + ": the label");
      }
    }
    return new Scaling(scale, columns, target);
  }

  private static DataException unscalable(String place) {
    return new DataException(
        place
            + ": its values vary by less than 2e-5, too little to be scaled (Deeplearning4j's"
            + " normalizers take that for nothing). Use a smaller unit, remove the column, or"
            + " set scale: none.");
  }

  public Scale scale() {
    return scale;
  }

  public int columns() {
    return shifts.length;
  }

  /**
   * Scales the features of an example in place.
   *
   * @param features unscaled, at the beginning of the array: the compiler makes vector instructions
   *     of loops that begin there
   */
  public void apply(float[] features) {
    if (scale == Scale.NONE) {
      return;
    }
    for (int column = 0; column < shifts.length; column++) {
      features[column] = (features[column] - shifts[column]) / divisors[column];
    }
  }

  /** What a network should answer where the target is {@code target}. */
  public float scaleTarget(float target) {
    return (target - targetShift) / targetDivisor;
  }

  /** The target, in its own unit, that a network's answer {@code scaled} stands for. */
  public double unscaleTarget(double scaled) {
    return scaled * targetDivisor + targetShift;
  }

  /**
   * What a difference of 1 between scaled targets is in the target's own unit: multiply a root mean
   * squared error by it. 1 for classification and where nothing is scaled.
   */
  public double targetUnit() {
    return targetDivisor;
  }

  /**
   * The same scaling for plain Deeplearning4j code, with the label's if that is scaled; null for
   * {@link Scale#NONE}. A new object at each call, in ND4J's memory.
   */
  public @Nullable DataNormalization toNormalizer() {
    return switch (scale) {
      case NONE -> null;
      case STANDARDIZE ->
          scalesTarget
              ? new NormalizerStandardize(
                  vector(shifts), vector(spreads), vector(targetShift), vector(targetSpread))
              : new NormalizerStandardize(vector(shifts), vector(spreads));
      case MIN_MAX -> {
        var normalizer = new NormalizerMinMaxScaler();
        normalizer.setFeatureStats(vector(shifts), vector(spreads));
        if (scalesTarget) {
          normalizer.fitLabel(true);
          normalizer.setLabelStats(vector(targetShift), vector(targetSpread));
        }
        yield normalizer;
      }
    };
  }

  private static INDArray vector(float... values) {
    return Nd4j.createFromArray(values).reshape(1, values.length);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Scaling that
        && scale == that.scale
        && scalesTarget == that.scalesTarget
        && Arrays.equals(shifts, that.shifts)
        && Arrays.equals(spreads, that.spreads)
        && Float.compare(targetShift, that.targetShift) == 0
        && Float.compare(targetSpread, that.targetSpread) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shifts) + Arrays.hashCode(spreads);
  }
}
