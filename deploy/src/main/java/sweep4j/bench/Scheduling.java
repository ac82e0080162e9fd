package sweep4j.bench;

import java.nio.file.Path;
import java.util.Locale;

/**
 * What a run adds to trials of one second on 16 slots; see {@code deploy/bench/scheduling}: {@code
 * Scheduling SWEEP TRIALS}.
 */
public final class Scheduling {
  private static final int SLOTS = 16;
  private static final int MILLIS = 1000;

  private Scheduling() {}

  public static void main(String[] arguments) throws Exception {
    int trials = Integer.parseInt(arguments[1]);
    var sweep = new BenchedSweep(Path.of(arguments[0]), "random", trials);
    SparkBench.Took took;
    try (var spark = new SparkBench(SLOTS)) {
      took = spark.run(sweep, new SleepingTrials(MILLIS, MILLIS));
    }
    double least = Math.ceil((double) trials / SLOTS) * MILLIS / 1e3;
    System.out.println("| trials | least s | s       | ratio  | CPU s of the process |");
    System.out.println("| ------ | ------- | ------- | ------ | -------------------- |");
    System.out.printf(
        Locale.ROOT,
        "| %6d | %7.0f | %7.2f | %6.4f | %20.1f |%n",
        trials,
        least,
        took.seconds(),
        took.seconds() / least,
        took.cpuSeconds());
  }
}
