package sweep4j.laboratory.problem;

import static sweep4j.trial.Hyperparameter.LEARNING_RATE;

import java.util.stream.IntStream;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Hyperparameters;

/**
 * {@link Valley} approached along learning curves that cross, for sweeps with more trials than a
 * table has: the loss falls to the valley's value by an exponential whose time is the longer the
 * lower the learning rate is, 3 epochs at 1 and 95 at 1e-6, so that the best after one epoch are
 * not the best in the end.
 */
record LearningValley(Problem valley) implements Problem {
  private static final int MAX_EPOCHS = 81;
  private static final double FALL = 4.0;

  static Problem problem() {
    return new LearningValley(Valley.problem());
  }

  @Override
  public String name() {
    return "learning-valley";
  }

  @Override
  public SearchSpace space() {
    return valley.space();
  }

  @Override
  public int maxEpochs() {
    return MAX_EPOCHS;
  }

  @Override
  public double optimum() {
    return valley.optimum();
  }

  @Override
  public Course course(Hyperparameters hyperparameters) {
    double end = valley.course(hyperparameters).bestAfter(1);
    double time = 3.0 * Math.pow(hyperparameters.real(LEARNING_RATE), -0.25);
    double rest = Math.exp(-MAX_EPOCHS / time);
    return new Course(
        IntStream.rangeClosed(1, MAX_EPOCHS)
            .mapToObj(epoch -> end + FALL * (Math.exp(-epoch / time) - rest))
            .toList(),
        1.0);
  }
}
