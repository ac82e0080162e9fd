package sweep4j.driver.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.OwnNetwork;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.training.NetworkCheck;

/** Tries a sweep's networks, so that what is wrong with them is said before anything starts. */
final class Models {
  /** What decides whether an image is large enough. */
  private static final List<Hyperparameter> SIZES =
      List.of(Hyperparameter.FILTERS, Hyperparameter.POOL_SIZE);

  private Models() {}

  /**
   * Checks them all, as far as they differ in what can be wrong.
   *
   * @return remarks for the summary of the run
   */
  static List<String> check(SweepDefinition sweep, PreparedData data) throws BadInput {
    if (sweep.workload().model() instanceof OwnNetwork) {
      NetworkTryout.check(sweep, data);
      return List.of();
    }
    try {
      return NetworkCheck.run(data, sweep.workload(), samples(sweep.searchedSpace()));
    } catch (IllegalArgumentException e) {
      throw new BadInput("model: " + e.getMessage());
    }
  }

  /** Each combination of sizes, with the middle of all else that is searched. */
  private static List<Hyperparameters> samples(SearchSpace space) {
    var middle = new double[space.dimensions()];
    Arrays.fill(middle, 0.5);
    List<double[]> points = new ArrayList<>(List.of(middle));
    List<Parameter> varying = space.varying();
    for (int i = 0; i < varying.size(); i++) {
      Parameter parameter = varying.get(i);
      if (SIZES.contains(parameter.hyperparameter())) {
        points = withEachLevel(points, i, parameter);
      }
    }
    return points.stream().map(space::at).toList();
  }

  private static List<double[]> withEachLevel(
      List<double[]> points, int dimension, Parameter parameter) {
    var all = new ArrayList<double[]>();
    for (double[] point : points) {
      for (int level = 0; level < parameter.domain().levels(); level++) {
        double[] one = point.clone();
        one[dimension] = parameter.domain().unitOfLevel(level);
        all.add(one);
      }
    }
    return all;
  }
}
