package sweep4j.driver.hadoop;

import java.time.Duration;

/**
 * How long is waited for the owner of a lock.
 *
 * @param renewal between two signs of life
 * @param patience so many of these without a sign mean that the owner is gone
 */
record LockTimes(Duration renewal, int patience) {

  LockTimes {
    if (patience < 4) {
      throw new IllegalArgumentException("patience must be at least 4, but got " + patience);
    }
  }

  /** A garbage collection of 10 s is no death. */
  static LockTimes usual() {
    return new LockTimes(Duration.ofSeconds(3), 5);
  }

  /** Without a sign for so long, another driver takes the lock over. */
  long deathNanos() {
    return renewal.multipliedBy(patience).toNanos();
  }

  /** Without a renewal for so long, the owner itself asks whether it still is the owner. */
  long doubtNanos() {
    return renewal.multipliedBy(patience - 2L).toNanos();
  }
}
