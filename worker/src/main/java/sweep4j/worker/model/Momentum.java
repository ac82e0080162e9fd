package sweep4j.worker.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Gradient descent with classical momentum, which ND4J lacks: {@code v = mu v - rate * gradient; w
 * = w + v} (Polyak, 1964; in this form Sutskever, Martens, Dahl and Hinton, "On the importance of
 * initialization and momentum in deep learning", ICML 2013, equations 1 and 2).
 *
 * @param learningRate where there is no schedule
 * @param schedule of the learning rate; null for a constant one
 * @param momentum mu, in [0, 1)
 */
record Momentum(double learningRate, @Nullable ISchedule schedule, double momentum)
    implements IUpdater {
  private static final long serialVersionUID = 1L;

  @Override
  public long stateSize(long numParams) {
    return numParams;
  }

  @Override
  public GradientUpdater<Momentum> instantiate(INDArray viewArray, boolean initializeViewArray) {
    INDArray velocity = viewArray.reshape(viewArray.length());
    if (initializeViewArray) {
      velocity.assign(0);
    }
    return new MomentumUpdater(this, velocity);
  }

  @Override
  public GradientUpdater<Momentum> instantiate(
      Map<String, INDArray> updaterState, boolean initializeStateArrays) {
    throw new UnsupportedOperationException("the state is an array, not a map");
  }

  @Override
  public IUpdater clone() {
    return this;
  }

  @Override
  public double getLearningRate(int iteration, int epoch) {
    return schedule == null ? learningRate : schedule.valueAt(iteration, epoch);
  }

  @Override
  public boolean hasLearningRate() {
    return true;
  }

  @Override
  public void setLrAndSchedule(double lr, @Nullable ISchedule lrSchedule) {
    throw new UnsupportedOperationException("a record does not change");
  }
}
