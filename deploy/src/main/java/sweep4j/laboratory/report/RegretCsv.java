package sweep4j.laboratory.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The regret of each sweep after each of its trials, for pictures and other tests. */
public final class RegretCsv {

  private RegretCsv() {}

  /** Writes {@code problem,strategy,seed,trials,regret} for each sweep and number of trials. */
  public static void write(List<Sample> samples, int trials, Path file) throws IOException {
    var lines = new ArrayList<String>();
    lines.add("problem,strategy,seed,trials,regret");
    for (Sample sample : samples) {
      for (int count = 1; count <= trials; count++) {
        double[] regrets = sample.regretAfterTrials(count);
        for (int seed = 1; seed <= regrets.length; seed++) {
          lines.add(
              "%s,%s,%d,%d,%s"
                  .formatted(
                      sample.problem().name(),
                      sample.strategy(),
                      seed,
                      count,
                      Double.toString(regrets[seed - 1])));
        }
      }
    }
    Files.write(file, lines);
  }
}
