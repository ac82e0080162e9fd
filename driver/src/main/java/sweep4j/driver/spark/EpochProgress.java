package sweep4j.driver.spark;

import org.apache.spark.util.AccumulatorV2;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.EpochScore;

/**
 * How far a trial is, as its executor's heartbeats bring it to the driver. The trial's thread says
 * it, and another sends it.
 */
final class EpochProgress extends AccumulatorV2<EpochScore, @Nullable EpochScore> {

  private volatile @Nullable EpochScore last;

  @Override
  public boolean isZero() {
    return last == null;
  }

  @Override
  public EpochProgress copy() {
    var copy = new EpochProgress();
    copy.last = last;
    return copy;
  }

  @Override
  public void reset() {
    last = null;
  }

  @Override
  public void add(EpochScore score) {
    last = score;
  }

  @Override
  public void merge(AccumulatorV2<EpochScore, @Nullable EpochScore> other) {
    last = other.value();
  }

  /** The last epoch that has ended; null before the first. */
  @Override
  public @Nullable EpochScore value() {
    return last;
  }
}
