package sweep4j.laboratory.problem;

import static sweep4j.trial.Hyperparameter.DROPOUT;
import static sweep4j.trial.Hyperparameter.LAMBDA;
import static sweep4j.trial.Hyperparameter.LEARNING_RATE;

import java.util.List;
import sweep4j.driver.space.LogUniform;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;
import sweep4j.driver.space.Uniform;
import sweep4j.trial.Hyperparameters;

/**
 * Two parameters that trade against each other in their logarithms, as a learning rate and a weight
 * penalty may, and one beside them.
 */
final class Valley {
  private Valley() {}

  static Problem problem() {
    var space =
        new SearchSpace(
            List.of(
                new Parameter(LEARNING_RATE, new LogUniform(1e-6, 1.0)),
                new Parameter(LAMBDA, new LogUniform(1e-8, 1e-1)),
                new Parameter(DROPOUT, new Uniform(0.0, 0.6))));
    return new FunctionProblem("valley", space, 0.0, Valley::at);
  }

  private static double at(Hyperparameters values) {
    double rate = Math.log10(values.real(LEARNING_RATE));
    double lambda = Math.log10(values.real(LAMBDA));
    double across = rate + 2.7 + 0.25 * (lambda + 4.0);
    double along = lambda + 4.6;
    double dropout = values.real(DROPOUT) - 0.15;
    return 1.5 * across * across + 0.1 * along * along + 2.0 * dropout * dropout;
  }
}
