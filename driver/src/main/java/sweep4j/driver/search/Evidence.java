package sweep4j.driver.search;

import static java.util.Comparator.comparingDouble;

import java.util.List;

/**
 * What is known when a trial is to be chosen. All points are {@link Landing landed}, and NaN where
 * a trial has no such parameter.
 *
 * @param observed the finished trials, those of other sweeps first
 * @param pending the points of trials whose results are not to be seen yet, in the order of their
 *     numbers
 */
record Evidence(List<Observation> observed, List<double[]> pending) {

  /** The finished trials, the best first; of equals the earlier first. */
  List<Observation> byCost() {
    return observed.stream().sorted(comparingDouble(Observation::cost)).toList();
  }

  /** How many of the finished trials have a cost. */
  int withCost() {
    return (int) observed.stream().filter(each -> Double.isFinite(each.cost())).count();
  }
}
