package sweep4j.driver.search;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import sweep4j.driver.space.Domain;

/**
 * How well hyperparameters of a Gaussian process explain some trials: the logarithm of the marginal
 * likelihood (Rasmussen, Williams: "Gaussian Processes for Machine Learning", 2006, section 5.4.1),
 * at the mean and the variance of the process that are the most likely, and of a prior.
 *
 * <p>The hyperparameters are a vector of natural logarithms: of the kernel's length for each
 * dimension, in sides of the unit cube; then of the noise's variance, in variances of the process.
 * The prior is normal in each. Lengths grow with the root of the dimensions, as distances do
 * (Hvarfner, Hellsten, Nardi: "Vanilla Bayesian Optimization Performs Great in High Dimensions",
 * ICML 2024).
 */
final class LogPosterior implements Rprop.Objective {
  private static final double MEAN_LOG_LENGTH = -0.5;
  private static final double SPREAD_LOG_LENGTH = 1.0;
  private static final double MEAN_LOG_NOISE = -9.0;
  private static final double SPREAD_LOG_NOISE = 3.0;

  /** Less, and the covariance of two trials at nearly one point could not be inverted. */
  private static final double LEAST_LOG_NOISE = -14.0;

  private final int dimensions;
  private final double[] costs;

  /** Of each trial with each before it, the squared distance along each dimension. */
  private final double[][][] squares;

  /**
   * Prepares the trials.
   *
   * @param points landed
   * @param costs as {@link CostScale} gives them
   */
  LogPosterior(List<Domain> domains, List<double[]> points, double[] costs) {
    this.dimensions = domains.size();
    this.costs = costs;
    this.squares = new double[costs.length][][];
    for (int i = 0; i < costs.length; i++) {
      squares[i] = new double[i][dimensions];
      for (int j = 0; j < i; j++) {
        for (int d = 0; d < dimensions; d++) {
          squares[i][j][d] =
              Matern.squaredDistance(domains.get(d), points.get(i)[d], points.get(j)[d]);
        }
      }
    }
  }

  /** The hyperparameters that explain the trials best, as far as {@link Rprop} finds them. */
  double[] best() {
    double[] low = new double[dimensions + 1];
    double[] high = new double[dimensions + 1];
    Arrays.fill(low, -5.0);
    Arrays.fill(high, 5.0);
    low[dimensions] = LEAST_LOG_NOISE;
    high[dimensions] = 0.0;
    return Rprop.maximum(this, start(), low, high);
  }

  /** The most likely hyperparameters before anything is seen. */
  private double[] start() {
    double[] logs = new double[dimensions + 1];
    for (int each = 0; each <= dimensions; each++) {
      logs[each] = priorMean(each);
    }
    return logs;
  }

  private double priorMean(int each) {
    return each < dimensions ? MEAN_LOG_LENGTH + 0.5 * Math.log(dimensions) : MEAN_LOG_NOISE;
  }

  @Override
  public Rprop.Value at(double[] logs) {
    int n = costs.length;
    double[] perSquare = new double[dimensions];
    for (int d = 0; d < dimensions; d++) {
      perSquare[d] = Math.exp(-2.0 * logs[d]);
    }
    double noise = Math.exp(logs[dimensions]);
    double[][] squared = new double[n][n];
    double[][] covariance = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        for (int d = 0; d < dimensions; d++) {
          squared[i][j] += squares[i][j][d] * perSquare[d];
        }
        covariance[i][j] = Matern.correlation(squared[i][j]);
        covariance[j][i] = covariance[i][j];
      }
      covariance[i][i] = 1.0 + noise;
    }
    var cholesky = new CholeskyDecomposition(MatrixUtils.createRealMatrix(covariance));
    double[][] inverse = cholesky.getSolver().getInverse().getData();
    ProcessLevel level =
        ProcessLevel.of(costs, b -> cholesky.getSolver().solve(new ArrayRealVector(b)).toArray());
    double log = level.log();
    double[][] factor = cholesky.getLT().getData();
    double[] gradient = new double[dimensions + 1];
    for (int i = 0; i < n; i++) {
      log -= Math.log(factor[i][i]);
      for (int j = 0; j < i; j++) {
        double slope = slope(level, inverse, i, j) * Matern.slope(squared[i][j]);
        for (int d = 0; d < dimensions; d++) {
          gradient[d] += slope * squares[i][j][d] * perSquare[d];
        }
      }
      gradient[dimensions] += 0.5 * noise * slope(level, inverse, i, i);
    }
    return withPrior(logs, log, gradient);
  }

  /** Of the logarithm, by the covariance of two trials and by that of the same two swapped. */
  private static double slope(ProcessLevel level, double[][] inverse, int i, int j) {
    double[] weights = level.weights();
    return weights[i] * weights[j] / level.variance() - inverse[i][j];
  }

  private Rprop.Value withPrior(double[] logs, double log, double[] gradient) {
    double sum = log;
    for (int each = 0; each <= dimensions; each++) {
      double spread = each < dimensions ? SPREAD_LOG_LENGTH : SPREAD_LOG_NOISE;
      double z = (logs[each] - priorMean(each)) / spread;
      sum -= 0.5 * z * z;
      gradient[each] -= z / spread;
    }
    return new Rprop.Value(sum, gradient);
  }
}
