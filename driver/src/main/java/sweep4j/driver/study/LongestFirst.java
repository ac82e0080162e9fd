package sweep4j.driver.study;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Leg;

/**
 * Gives out the longest of the next legs first, so that no slot begins a long trial when the others
 * have nothing left to do (Graham, "Bounds on multiprocessing timing anomalies", SIAM Journal on
 * Applied Mathematics 17, 1969). For sweeps in which no trial waits for the results of others.
 */
public final class LongestFirst implements Supplier<@Nullable Leg> {
  /** Legs to choose from; more bring little, and would start trials far from their numbers. */
  private static final int WINDOW = 64;

  private record Waiting(Leg leg, double expected) {}

  private final Supplier<@Nullable Leg> source;
  private final ToDoubleFunction<Leg> expected;
  private final PriorityQueue<Waiting> waiting =
      new PriorityQueue<>(
          Comparator.comparingDouble(Waiting::expected)
              .reversed()
              .thenComparing(each -> each.leg().trial()));

  /**
   * An order of {@code source}.
   *
   * @param expected how long a leg will take, in any unit; of equals, the lower number comes first;
   *     asked once for each leg
   */
  public LongestFirst(Supplier<@Nullable Leg> source, ToDoubleFunction<Leg> expected) {
    this.source = source;
    this.expected = expected;
  }

  @Override
  public @Nullable Leg get() {
    while (waiting.size() < WINDOW) {
      Leg leg = source.get();
      if (leg == null) {
        break;
      }
      waiting.add(new Waiting(leg, expected.applyAsDouble(leg)));
    }
    Waiting longest = waiting.poll();
    return longest == null ? null : longest.leg();
  }
}
