package sweep4j.trial;

import java.util.SplittableRandom;

/**
 * Seeds by arithmetic: the same sweep seed and the same keys give the same stream on any machine,
 * at any parallelism. Never the clock, a hash of the host, or the order of scheduling.
 *
 * <p>Example: the mini-batch order of trial 7 in its third epoch is drawn from {@code
 * random(trialSeed(sweepSeed, 7), Stream.BATCH_ORDER, 3)}.
 */
public final class Seeds {

  /** What a draw is for. Streams of one seed are independent of each other. */
  public enum Stream {
    TRIAL(1),
    SPLIT(2),
    SUGGESTION(3),
    INITIAL_WEIGHTS(4),
    BATCH_ORDER(5),
    DROPOUT(6),
    AUGMENTATION(7),
    SCORED_ROWS(8),
    IMPORTANCE(9),
    TRY_FIRST(16),
    REFIT(17),
    FOLDS(18),
    REPEAT(19);

    // Not the ordinal: a stream added later must not move the others.
    private final long id;

    Stream(long id) {
      this.id = id;
    }
  }

  private Seeds() {}

  /** The seed of a trial, from which all of its own streams come. */
  public static long trialSeed(long sweepSeed, int trial) {
    return mix(sweepSeed, Stream.TRIAL, trial);
  }

  /**
   * A seed for {@code stream}, apart from every other combination of {@code seed}, stream and keys.
   * Never 0, which Deeplearning4j takes for "no seed".
   */
  public static long mix(long seed, Stream stream, long... keys) {
    long state = finalizer(seed + stream.id * GOLDEN_GAMMA);
    for (long key : keys) {
      state = finalizer(state + (key + 1) * GOLDEN_GAMMA);
    }
    return state == 0 ? GOLDEN_GAMMA : state;
  }

  /** A generator on the stream that {@link #mix} seeds. */
  public static SplittableRandom random(long seed, Stream stream, long... keys) {
    return new SplittableRandom(mix(seed, stream, keys));
  }

  /** 2^64 divided by the golden ratio, made odd; see {@link #finalizer}. */
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  /**
   * The finalizer of SplitMix64, a bijection in which each input bit changes each output bit with a
   * chance near one half (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators",
   * OOPSLA 2014; constants of D. Stafford's variant 13).
   */
  private static long finalizer(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
