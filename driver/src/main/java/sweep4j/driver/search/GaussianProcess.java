package sweep4j.driver.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import sweep4j.driver.space.Domain;

/**
 * What is believed of the costs at any point, after some trials (Rasmussen, Williams: "Gaussian
 * Processes for Machine Learning", 2006, chapter 2). Pending trials count as if they had brought
 * the cost that is expected of them: they make the cost around them certain, but not lower or
 * higher (the kriging believer of Ginsbourger, Le Riche, Carraro: "Kriging Is Well-Suited to
 * Parallelize Optimization", 2010).
 */
final class GaussianProcess {
  private final List<Domain> domains;
  private final double[] lengths;

  /** The observed points, then the pending ones. */
  private final List<double[]> points;

  /** The lower Cholesky factor of the correlations of all points, noise included. */
  private final double[][] factor;

  private final ProcessLevel level;

  /**
   * The process after some trials.
   *
   * @param logs the hyperparameters, as {@link LogPosterior} has them
   * @param observed landed points
   * @param costs of {@code observed}, as {@link CostScale} gives them
   * @param pending landed points without costs
   */
  GaussianProcess(
      List<Domain> domains,
      double[] logs,
      List<double[]> observed,
      double[] costs,
      List<double[]> pending) {
    this.domains = domains;
    this.lengths = Arrays.stream(logs).limit(domains.size()).map(Math::exp).toArray();
    this.points = new ArrayList<>(observed);
    points.addAll(pending);
    double noise = Math.exp(logs[domains.size()]);
    double[][] correlations = new double[points.size()][];
    for (int i = 0; i < correlations.length; i++) {
      correlations[i] = correlations(points.get(i));
      correlations[i][i] += noise;
    }
    this.factor =
        new CholeskyDecomposition(MatrixUtils.createRealMatrix(correlations)).getL().getData();
    this.level = ProcessLevel.of(costs, this::solve);
  }

  private double[] correlations(double[] point) {
    double[] correlations = new double[points.size()];
    for (int i = 0; i < correlations.length; i++) {
      correlations[i] = Matern.correlation(domains, lengths, points.get(i), point);
    }
    return correlations;
  }

  /** Solves the system of the first points, as many as {@code right} has numbers. */
  private double[] solve(double[] right) {
    double[] solved = right.clone();
    forward(solved);
    for (int i = solved.length - 1; i >= 0; i--) {
      for (int j = i + 1; j < solved.length; j++) {
        solved[i] -= factor[j][i] * solved[j];
      }
      solved[i] /= factor[i][i];
    }
    return solved;
  }

  private void forward(double[] right) {
    for (int i = 0; i < right.length; i++) {
      double[] row = factor[i];
      double rest = right[i];
      for (int j = 0; j < i; j++) {
        rest -= row[j] * right[j];
      }
      right[i] = rest / row[i];
    }
  }

  /** The cost expected at {@code point}, without noise. */
  double mean(double[] point) {
    return expected(correlations(point));
  }

  private double expected(double[] correlations) {
    double mean = level.mean();
    double[] weights = level.weights();
    for (int i = 0; i < weights.length; i++) {
      mean += weights[i] * correlations[i];
    }
    return mean;
  }

  /**
   * The logarithm of the improvement on {@code target} that is expected at {@code point}.
   *
   * @param point landed; NaN for a parameter that a trial there would not have
   */
  double logExpectedImprovement(double[] point, double target) {
    double[] correlations = correlations(point);
    double mean = expected(correlations);
    forward(correlations);
    double left = 1.0;
    for (double known : correlations) {
      left -= known * known;
    }
    // At a known point rounding may leave less than nothing.
    double deviation = Math.sqrt(level.variance() * Math.max(left, 1e-12));
    return Math.log(deviation) + ExpectedImprovement.log((target - mean) / deviation);
  }
}
