package sweep4j.laboratory.problem;

import java.util.List;
import java.util.function.ToDoubleFunction;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Hyperparameters;

/** A function of the hyperparameters: a training of a single epoch, of one second. */
record FunctionProblem(
    String name, SearchSpace space, double optimum, ToDoubleFunction<Hyperparameters> function)
    implements Problem {

  @Override
  public int maxEpochs() {
    return 1;
  }

  @Override
  public Course course(Hyperparameters hyperparameters) {
    return new Course(List.of(function.applyAsDouble(hyperparameters)), 1.0);
  }
}
