package sweep4j.worker.model;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.Axpy;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;

/** The steps of {@link Momentum} for a block of parameters. */
final class MomentumUpdater implements GradientUpdater<Momentum> {
  private static final String VELOCITY = "V";

  private final Momentum config;
  private final INDArray velocity;

  /**
   * An updater over {@code velocity}, a view of the network's state.
   *
   * @param velocity as long as the parameters
   */
  MomentumUpdater(Momentum config, INDArray velocity) {
    this.config = config;
    this.velocity = velocity;
  }

  @Override
  public Momentum getConfig() {
    return config;
  }

  @Override
  public void applyUpdater(INDArray gradient, int iteration, int epoch) {
    velocity.muli(config.momentum());
    double rate = config.getLearningRate(iteration, epoch);
    Nd4j.exec(new Axpy(gradient, velocity, velocity, -rate));
    // Deeplearning4j takes the result off the weights.
    gradient.assign(velocity).negi();
  }

  @Override
  public Map<String, INDArray> getState() {
    return Map.of(VELOCITY, velocity);
  }

  @Override
  public void setState(Map<String, INDArray> stateMap, boolean initialize) {
    throw new UnsupportedOperationException("the state is set through the network's array");
  }

  @Override
  public void setStateViewArray(
      INDArray viewArray, long[] gradientShape, char gradientOrder, boolean initialize) {
    throw new UnsupportedOperationException("the state is set when the updater is made");
  }
}
