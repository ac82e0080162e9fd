package sweep4j.laboratory.problem;

import java.util.List;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;
import sweep4j.driver.space.Uniform;
import sweep4j.trial.Hyperparameter;

/**
 * A space that is the unit cube itself, for functions that know nothing of networks. The
 * hyperparameters lend their names only: those whose legal values include all of [0, 1].
 */
final class UnitCube {
  private static final List<Hyperparameter> NAMES =
      List.of(
          Hyperparameter.INPUT_NOISE,
          Hyperparameter.WEIGHT_NOISE,
          Hyperparameter.AUGMENT_FLIP,
          Hyperparameter.AUGMENT_BRIGHTNESS,
          Hyperparameter.AUGMENT_CONTRAST,
          Hyperparameter.AUGMENT_NOISE);

  private UnitCube() {}

  /** Of 1 to 6 dimensions; the value of each parameter is its coordinate. */
  static SearchSpace of(int dimensions) {
    return new SearchSpace(
        NAMES.subList(0, dimensions).stream()
            .map(name -> new Parameter(name, new Uniform(0.0, 1.0)))
            .toList());
  }
}
