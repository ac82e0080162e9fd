package sweep4j.laboratory.simulation;

import java.util.SplittableRandom;
import sweep4j.trial.Seeds;
import sweep4j.trial.Seeds.Stream;

/** How long an epoch of a trial takes on the virtual clock, beside what the problem says. */
public enum Durations {
  /** As the problem says. */
  AS_RECORDED {
    @Override
    double factor(SplittableRandom random) {
      return 1.0;
    }
  },
  /** Times a factor for each trial, log-uniform in [1, 10). */
  TENFOLD {
    @Override
    double factor(SplittableRandom random) {
      return Math.pow(10.0, random.nextDouble());
    }
  },
  /** As {@link #TENFOLD}, and one trial in a hundred another ten times slower. */
  STRAGGLERS {
    @Override
    double factor(SplittableRandom random) {
      return TENFOLD.factor(random) * (random.nextInt(100) == 0 ? 10.0 : 1.0);
    }
  };

  /** Apart from a trial's own seed, which has the same stream and only the trial for a key. */
  private static final int KEY = 1;

  /** The factor of {@code trial}, the same for all of its epochs. */
  public double factor(long seed, int trial) {
    return factor(Seeds.random(seed, Stream.TRIAL, trial, KEY));
  }

  abstract double factor(SplittableRandom random);
}
