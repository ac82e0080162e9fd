package sweep4j.driver.ensemble;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * How often each model counts in an average.
 *
 * @param counts one per model, in the order of their ranks, at least 0; at least one is above 0
 */
public record Weights(List<Integer> counts) {

  public Weights {
    counts = List.copyOf(counts);
    if (counts.stream().anyMatch(count -> count < 0)
        || counts.stream().allMatch(count -> count == 0)) {
      throw new IllegalArgumentException(
          "counts must be at least 0, and one of them above, but got " + counts);
    }
  }

  /** Each of {@code models}, at least 1, counts once. */
  public static Weights even(int models) {
    return new Weights(Collections.nCopies(models, 1));
  }

  /** Of {@code models}, at least 1, the one of the first rank counts alone. */
  public static Weights first(int models) {
    var counts = new Integer[models];
    Arrays.fill(counts, 0);
    counts[0] = 1;
    return new Weights(List.of(counts));
  }

  /** How many the average is of, each counted as often as it is in it. */
  public int total() {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  /** The share of the model at place {@code model}, in [0, 1]. */
  public double weight(int model) {
    return (double) counts.get(model) / total();
  }
}
