package sweep4j.driver.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.spark.Preflight;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Resources;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.training.Footprint;

/** What is known of a sweep's GPUs, and how many of its trials one has room for. */
final class GpuText {

  private static final double MEBI = 1 << 20;

  /** Where no card is known. */
  private static final int EXAMPLE_MEBIBYTES = 16 * 1024;

  /** More than so many are not suggested: memory is not all that trials on one GPU share. */
  private static final long MOST_SUGGESTED = 4;

  private GpuText() {}

  /**
   * Lines for the summary; none for a sweep that wants no GPUs.
   *
   * @param preflight what was found where trials will run; null if nobody has looked
   */
  static List<String> lines(
      SweepDefinition sweep, PreparedData data, @Nullable Preflight preflight) {
    if (!sweep.resources().wantsGpu()) {
      return List.of();
    }
    var lines = new ArrayList<String>(preflight == null ? List.of() : preflight.gpuLines());
    Integer mebibytes = preflight == null ? null : preflight.gpuMebibytes();
    try {
      lines.add(room(ofFirstTrial(sweep, data), mebibytes, sweep.resources()));
    } catch (RuntimeException | OutOfMemoryError e) {
      // It is for advice only; a network that cannot train says so as a trial.
      lines.add("resources: what a trial takes could not be measured here: " + e);
    }
    return lines;
  }

  private static Footprint ofFirstTrial(SweepDefinition sweep, PreparedData data) {
    Hyperparameters first = sweep.searchedSpace().at(sweep.sampler().suggest(0, List.of()));
    return Footprint.measure(
        data, sweep.workload(), sweep.workload().fixed().with(first), sweep.seed());
  }

  /**
   * How many trials a GPU has room for.
   *
   * @param mebibytes of its memory; null if nobody knows
   */
  static String room(Footprint footprint, @Nullable Integer mebibytes, Resources wanted) {
    int memory = mebibytes == null ? EXAMPLE_MEBIBYTES : mebibytes;
    long trials = (long) (memory * MEBI / Math.max(1, footprint.total()));
    String advice;
    if (trials == 0) {
      advice = "is too small for it";
    } else if (wanted.trialsPerGpu() > trials) {
      advice =
          "has room for %d, and gpu: %s would train %d side by side"
              .formatted(trials, shortest(wanted.gpu()), wanted.trialsPerGpu());
    } else {
      long side = Math.min(trials, MOST_SUGGESTED);
      advice =
          "has room for %d: gpu: %s would train %d side by side"
              .formatted(trials, shortest(share(side)), side);
    }
    return ("resources: a trial like the first takes %s MiB (parameters %s, gradients %s, updater"
            + " %s, best weights %s, mini-batch %s, activations and work %s); a GPU of %s GiB,"
            + " CUDA's own share of it aside, %s")
        .formatted(
            mebi(footprint.total()),
            mebi(footprint.parameters()),
            mebi(footprint.gradients()),
            mebi(footprint.updater()),
            mebi(footprint.bestWeights()),
            mebi(footprint.batch()),
            mebi(footprint.work()),
            shortest(memory / 1024.0),
            advice);
  }

  /** The largest that as many fit in, of two digits. */
  private static double share(long trials) {
    return BigDecimal.ONE
        .divide(BigDecimal.valueOf(trials), new MathContext(2, RoundingMode.DOWN))
        .doubleValue();
  }

  private static String shortest(double number) {
    return new BigDecimal(number).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  private static String mebi(long bytes) {
    double mebibytes = bytes / MEBI;
    return String.format(Locale.ROOT, mebibytes < 10 ? "%.2f" : "%.0f", mebibytes);
  }
}
