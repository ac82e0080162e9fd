package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.driver.space.Domain;

class GaussianProcessTest {
  private static final List<Domain> DOMAINS = new Landing(Spaces.mixed()).domains();
  private static final double[] LOGS = {-1.0, -0.5, 0.0, -1.0, 0.3, -12.0};

  private static List<double[]> points(int count, long seed) {
    var random = new SplittableRandom(seed);
    var landing = new Landing(Spaces.mixed());
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] point = landing.land(random.doubles(5).toArray());
      // As a space with conditions would have them.
      point[1] = i % 3 == 0 ? Double.NaN : point[1];
      points.add(point);
    }
    return points;
  }

  private static double[] costs(List<double[]> points) {
    return CostScale.of(
        points.stream()
            .mapToDouble(p -> Math.pow(p[0] - 0.3, 2) + (Double.isNaN(p[1]) ? 0.5 : p[1]) + p[4])
            .toArray());
  }

  /** A wrong sign or factor in a gradient still climbs, only to a wrong place. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theGradientIsThatOfTheHeight(long seed) {
    List<double[]> points = points(20, seed);
    var posterior = new LogPosterior(DOMAINS, points, costs(points));
    double[] place = {-1.0, -0.5, 0.0, -1.0, 0.3, -4.0};
    double[] gradient = posterior.at(place).gradient();
    for (int i = 0; i < place.length; i++) {
      double step = 1e-5;
      double[] up = place.clone();
      double[] down = place.clone();
      up[i] += step;
      down[i] -= step;
      double slope = (posterior.at(up).height() - posterior.at(down).height()) / (2 * step);
      // The error of a central difference goes with the square of the step.
      assertThat(gradient[i]).isCloseTo(slope, within(1e-5 * Math.max(1.0, Math.abs(slope))));
    }
  }

  /** Where only one parameter matters, trials that differ in others must be taken for alike. */
  @Test
  void fittedLengthsTellWhatMatters() {
    List<double[]> points = points(40, 1);
    double[] costs =
        CostScale.of(points.stream().mapToDouble(point -> Math.sin(9.0 * point[0])).toArray());
    var posterior = new LogPosterior(DOMAINS, points, costs);
    double[] best = posterior.best();
    assertThat(best[0]).isLessThan(Math.min(best[1], Math.min(best[2], best[3])) - 1.0);
    double length = -0.5 + 0.5 * Math.log(5);
    double[] prior = {length, length, length, length, length, -9.0};
    assertThat(posterior.at(best).height()).isGreaterThan(posterior.at(prior).height() + 10.0);
  }

  @Test
  void whatWasSeenIsExpectedAgain() {
    List<double[]> points = points(30, 2);
    double[] costs = costs(points);
    var process = new GaussianProcess(DOMAINS, LOGS, points, costs, List.of());
    for (int i = 0; i < 30; i++) {
      // Noise of e^-12 of the variance leaves that much room.
      assertThat(process.mean(points.get(i))).isCloseTo(costs[i], within(0.01));
    }
  }

  /** A pending trial must be shunned, but not taken for a good or a bad one. */
  @Test
  void aPendingTrialMakesItsPlaceCertainAndNothingElse() {
    List<double[]> points = points(20, 3);
    double[] costs = costs(points);
    double[] pending = {0.31, 0.01, 0.375, 0.4, 0.1};
    double[] elsewhere = {0.8, 0.4, 0.625, 0.9, 0.9};
    var before = new GaussianProcess(DOMAINS, LOGS, points, costs, List.of());
    var after = new GaussianProcess(DOMAINS, LOGS, points, costs, List.of(pending));
    for (double[] point : List.of(pending, elsewhere)) {
      assertThat(after.mean(point)).isCloseTo(before.mean(point), within(1e-9));
    }
    assertThat(after.logExpectedImprovement(pending, -2.0))
        .isLessThan(before.logExpectedImprovement(pending, -2.0) - 5.0);
  }

  /** Where a trial has no dropout it must not look like one whose dropout is in the middle. */
  @Test
  void aMissingParameterIsFarFromAnyValueOfIt() {
    Domain dropout = DOMAINS.get(1);
    assertThat(Matern.squaredDistance(dropout, Double.NaN, Double.NaN)).isZero();
    assertThat(Matern.squaredDistance(dropout, Double.NaN, 0.5)).isEqualTo(1.0);
    assertThat(Matern.squaredDistance(dropout, 1.0, Double.NaN)).isEqualTo(1.25);
  }

  @Test
  void namesAreAllEquallyFar() {
    Domain names = DOMAINS.get(4);
    double[] units = {names.unitOfLevel(0), names.unitOfLevel(1), names.unitOfLevel(2)};
    assertThat(Matern.squaredDistance(names, units[0], units[2]))
        .isEqualTo(Matern.squaredDistance(names, units[0], units[1]))
        .isEqualTo(1.0);
    assertThat(Matern.squaredDistance(names, units[1], units[1])).isZero();
  }

  /** Numerical integral of (z - x)+ over the density, by steps of a thousandth. */
  @ParameterizedTest
  @ValueSource(doubles = {-20.0, -10.1, -9.9, -6.0, -1.0, 0.0, 0.5, 3.0})
  void theExpectedImprovementIsTheIntegral(double z) {
    double sum = 0.0;
    for (double x = -45.0; x < z; x += 1e-3) {
      sum += (z - x) * Math.exp(-0.5 * (x * x - z * z)) * 1e-3;
    }
    double expected = Math.log(sum) - 0.5 * z * z - 0.5 * Math.log(2 * Math.PI);
    // The sum's own error, about the step times the decay of the density.
    assertThat(ExpectedImprovement.log(z)).isCloseTo(expected, within(1e-3));
    assertThat(ExpectedImprovement.log(-1e6)).isCloseTo(-5e11, within(100.0));
  }
}
