package sweep4j.driver.search;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import sweep4j.driver.search.SearchMethod.CoarseToFine;
import sweep4j.driver.search.SearchMethod.Gp;
import sweep4j.driver.search.SearchMethod.Random;
import sweep4j.driver.search.SearchMethod.Sobol;
import sweep4j.driver.search.SearchMethod.Tpe;

/**
 * Prints the regret of samplers as CSV, in the columns of {@code deploy/bench/optuna_functions.py}:
 * {@code MeasureSamplers TRIALS SEEDS METHOD...}.
 */
final class MeasureSamplers {
  private static final Map<String, SearchMethod> METHODS =
      Map.of(
          "random", new Random(),
          "coarse_to_fine", new CoarseToFine(3),
          "sobol", new Sobol(),
          "tpe", new Tpe(Tpe.DEFAULT_STARTUP_TRIALS),
          "gp", new Gp(Gp.DEFAULT_STARTUP_TRIALS));

  private MeasureSamplers() {}

  public static void main(String[] arguments) {
    int trials = Integer.parseInt(arguments[0]);
    int seeds = Integer.parseInt(arguments[1]);
    System.out.println("problem,sampler,seed,trials,regret");
    for (String method : List.of(arguments).subList(2, arguments.length)) {
      for (TestFunction function : TestFunction.all()) {
        for (int seed = 1; seed <= seeds; seed++) {
          var task = SearchTask.of(function.space(), trials, seed);
          var costs =
              Replay.of(
                      requireNonNull(METHODS.get(method), method).sampler(task), function.regret())
                  .results()
                  .stream()
                  .mapToDouble(Observation::cost)
                  .toArray();
          double best = Double.POSITIVE_INFINITY;
          for (int trial = 1; trial <= costs.length; trial++) {
            best = Math.min(best, costs[trial - 1]);
            if (trial % 10 == 0) {
              System.out.printf("%s,%s,%d,%d,%s%n", function.name(), method, seed, trial, best);
            }
          }
        }
      }
    }
  }
}
