package sweep4j.laboratory.problem;

import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Hyperparameters;

/** Something to minimise whose every training is known beforehand, so that none has to be run. */
public interface Problem {

  /** The name on the command line and in results. */
  String name();

  SearchSpace space();

  /** How many epochs a whole training takes, at least 1. */
  int maxEpochs();

  /** The lowest loss that any training of at most {@link #maxEpochs} epochs reaches. */
  double optimum();

  /**
   * How a training would go.
   *
   * @throws IllegalArgumentException if {@code hyperparameters} are not of the space
   */
  Course course(Hyperparameters hyperparameters);
}
