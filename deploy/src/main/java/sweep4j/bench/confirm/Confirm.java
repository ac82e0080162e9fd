package sweep4j.bench.confirm;

import java.util.Locale;
import sweep4j.laboratory.report.Table;

/**
 * What confirmation is worth where the truth is known; see {@code deploy/bench/confirm}: {@code
 * Confirm SWEEPS}.
 */
public final class Confirm {

  private static final long SEED = 1;

  /** Shares of the whole noise, which is what the table gives. */
  private enum Mixture {
    SEEDS("seeds", 1.0, 0.0, 0.0, 0.0),
    ROWS("rows, own", 0.0, 0.0, 1.0, 0.0),
    SHARED("rows, shared", 0.0, 1.0, 0.1, 0.0),
    ALL("all", 0.7, 0.7, 0.7, 0.3);

    private final String words;
    private final Noise noise;

    Mixture(String words, double seed, double shared, double own, double learned) {
      this.words = words;
      this.noise = new Noise(seed, shared, own, learned);
    }

    Noise of(double size) {
      return new Noise(
          size * noise.seed(), size * noise.shared(), size * noise.own(), size * noise.learned());
    }
  }

  private Confirm() {}

  public static void main(String[] arguments) {
    int sweeps = Integer.parseInt(arguments[0]);
    var covers =
        new Table(
            "noise",
            "size",
            "covered",
            "covered, chosen",
            "pooled, plain",
            "pooled, corrected",
            "best not tied",
            "others told apart");
    for (Mixture mixture : Mixture.values()) {
      for (double size : new double[] {0.25, 1.0}) {
        addIntervals(covers, mixture, size, Tally.of(mixture.of(size), 1, 5, 5, sweeps, SEED));
      }
      addIntervals(covers, mixture, 0, Tally.of(mixture.of(1), 0, 5, 5, sweeps, SEED));
    }
    System.out.println(covers);
    var regrets = new Table("noise", "size", "confirm", "regret by validation", "regret", "ratio");
    for (Mixture mixture : Mixture.values()) {
      for (double size : new double[] {0.25, 0.5, 1.0, 2.0}) {
        addRegret(regrets, mixture, size, 5, 5, sweeps);
      }
    }
    addRegret(regrets, Mixture.ALL, 2.0, 10, 5, sweeps);
    addRegret(regrets, Mixture.ALL, 2.0, 10, 10, sweeps);
    System.out.println(regrets);
  }

  private static void addIntervals(Table table, Mixture mixture, double size, Tally tally) {
    table.row(
        mixture.words,
        size == 0 ? "all equal" : String.valueOf(size),
        percent(tally.coverage()),
        percent(tally.chosenCoverage()),
        percent(tally.plainCoverage()),
        percent(tally.correctedCoverage()),
        percent(tally.bestNotTied()),
        percent(tally.toldApart()));
  }

  private static void addRegret(
      Table table, Mixture mixture, double size, int top, int repeats, int sweeps) {
    Tally tally = Tally.of(mixture.of(size), 1, top, repeats, sweeps, SEED);
    table.row(
        mixture.words,
        String.valueOf(size),
        "{top: %d, repeats: %d}".formatted(top, repeats),
        number(tally.regretByValidation()),
        number(tally.regretConfirmed()),
        number(tally.regretConfirmed() / tally.regretByValidation()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
