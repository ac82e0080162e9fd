package sweep4j.laboratory.report;

import java.util.Arrays;

/**
 * The middle of a sample. Between two values of the sample it is interpolated (type 7 of Hyndman
 * and Fan: "Sample Quantiles in Statistical Packages", The American Statistician 50(4), 1996).
 *
 * @param lower a quarter of the sample lies below
 * @param median half of the sample lies below
 * @param upper three quarters of the sample lie below
 */
public record Quartiles(double lower, double median, double upper) {

  /**
   * Those of {@code sample}, which has at least one value; infinite ones are allowed, and are the
   * reason why this is not left to a library.
   */
  public static Quartiles of(double[] sample) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    return new Quartiles(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    double below = sorted[(int) Math.floor(place)];
    double above = sorted[(int) Math.ceil(place)];
    return below == above ? below : below + (place - Math.floor(place)) * (above - below);
  }

  @Override
  public String toString() {
    return Cells.number(median) + " [" + Cells.number(lower) + ", " + Cells.number(upper) + "]";
  }
}
