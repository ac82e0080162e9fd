package sweep4j.trial;

import java.io.Serializable;

/**
 * How one network is trained in several places at once: each worker learns from mini-batches of its
 * own, and every so often the workers' networks are averaged. Both numbers have a part in what
 * comes out, so neither follows from the cluster.
 *
 * @param workers from 1 to 1024
 * @param averagingFrequency mini-batches of each worker from one average to the next, at least 1
 */
public record DataParallel(int workers, int averagingFrequency) implements Serializable {

  public static final int MOST_WORKERS = 1024;
  public static final int MOST_MINI_BATCHES = 1 << 24;

  public DataParallel {
    require("workers", workers, MOST_WORKERS);
    require("averaging_frequency", averagingFrequency, MOST_MINI_BATCHES);
  }

  private static void require(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "%s must be from 1 to %d, but got %d".formatted(name, most, value));
    }
  }

  /**
   * Four workers, five mini-batches each: what Deeplearning4j averages by unless told otherwise.
   */
  public static DataParallel usual() {
    return new DataParallel(4, 5);
  }
}
