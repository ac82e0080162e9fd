package sweep4j.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How much of 16 slots' time trials run whose durations vary tenfold; see {@code
 * deploy/bench/stragglers}: {@code Stragglers SWEEP TRIALS}.
 */
public final class Stragglers {
  private static final int SLOTS = 16;
  private static final int WARM_UP_TRIALS = 200;
  private static final SleepingTrials WORK = new SleepingTrials(100, 1000);

  private Stragglers() {}

  public static void main(String[] arguments) throws Exception {
    int trials = Integer.parseInt(arguments[1]);
    System.out.println("| method         | trials | s       | slots busy | a barrier a round, s |");
    System.out.println("| -------------- | ------ | ------- | ---------- | -------------------- |");
    try (var spark = new SparkBench(SLOTS)) {
      // Java compiles as it goes, which would be held against the method that comes first.
      var warmUp = new BenchedSweep(Path.of(arguments[0]), "random", WARM_UP_TRIALS);
      spark.run(warmUp, WORK);
      for (String method : List.of("random", "coarse_to_fine")) {
        var sweep = new BenchedSweep(Path.of(arguments[0]), method, trials);
        print(method, trials, spark.run(sweep, WORK).seconds());
      }
    }
  }

  private static void print(String method, int trials, double seconds) {
    double busy = IntStream.range(0, trials).mapToLong(WORK::millis).sum() / 1e3;
    double withBarriers = withBarriers(trials);
    System.out.printf(
        Locale.ROOT,
        "| %-14s | %6d | %7.2f | %9.1f%% | %7.2f, %9.1f%% |%n",
        method,
        trials,
        seconds,
        100 * busy / (SLOTS * seconds),
        withBarriers,
        100 * busy / (SLOTS * withBarriers));
  }

  /**
   * Seconds of the same trials, each {@value #SLOTS} of which wait for the slowest of them:
   * reckoned, with nothing added for scheduling.
   */
  private static double withBarriers(int trials) {
    return IntStream.iterate(0, first -> first < trials, first -> first + SLOTS)
            .mapToLong(
                first ->
                    LongStream.range(first, Math.min(trials, first + SLOTS))
                        .map(trial -> WORK.millis((int) trial))
                        .max()
                        .orElse(0))
            .sum()
        / 1e3;
  }
}
