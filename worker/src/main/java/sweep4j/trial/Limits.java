package sweep4j.trial;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What ends a sweep, or a trial of it, that makes no sense. They have no part in what a trial's
 * result is, so they may change from one run of a sweep to the next.
 *
 * @param maxAttempts how often a trial is started whose executor goes away each time; at least 1.
 *     The last time it runs alone, so that it can be told from trials that only died beside it
 * @param maxFailedTrials as many FAILED trials end the sweep; at least 1, null for no limit
 * @param timeout how long a run of the sweep may take; above zero, null for no limit
 * @param trialTimeout how long a trial may train; above zero, null for no limit
 */
public record Limits(
    int maxAttempts,
    @Nullable Integer maxFailedTrials,
    @Nullable Duration timeout,
    @Nullable Duration trialTimeout) {

  public static final int DEFAULT_ATTEMPTS = 3;

  private static final Limits DEFAULT = new Limits(DEFAULT_ATTEMPTS, null, null, null);

  public Limits {
    requireCount("maxAttempts", maxAttempts);
    if (maxFailedTrials != null) {
      requireCount("maxFailedTrials", maxFailedTrials);
    }
    requirePositive("timeout", timeout);
    requirePositive("trialTimeout", trialTimeout);
  }

  private static void requireCount(String name, int count) {
    if (count < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, but got " + count);
    }
  }

  private static void requirePositive(String name, @Nullable Duration duration) {
    if (duration != null && (duration.isZero() || duration.isNegative())) {
      throw new IllegalArgumentException(name + " must be above zero, but got " + duration);
    }
  }

  /** Three attempts, and no other limit. */
  public static Limits usual() {
    return DEFAULT;
  }
}
