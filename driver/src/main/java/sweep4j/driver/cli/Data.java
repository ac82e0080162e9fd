package sweep4j.driver.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.ConfirmPlan;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.config.TextFiles;
import sweep4j.driver.hadoop.HadoopFiles;
import sweep4j.driver.study.JournalReader;
import sweep4j.trial.Task;
import sweep4j.worker.data.DataException;
import sweep4j.worker.data.DataLoader;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.data.SourceOpener;

/** Reads a sweep's data, so that what is wrong with them is said before anything starts. */
final class Data {

  /** Descriptions of the largest networks have a few MiB. */
  private static final int MOST_TEXT_BYTES = 1 << 24;

  private Data() {}

  static PreparedData load(SweepDefinition sweep) throws DataException, BadInput {
    PreparedData data;
    try {
      data = DataLoader.load(sweep.data(), sweep.seed(), HadoopFiles.opener());
    } catch (OutOfMemoryError e) {
      throw new BadInput(
          "%s: the data do not fit into the driver's memory of %d MiB. Use fewer rows or columns, or give it more (SWEEP_JAVA_OPTIONS=-Xmx8g, or spark-submit --driver-memory 8g)."
              .formatted(
                  sweep.data().source().locations().get(0),
                  Runtime.getRuntime().maxMemory() >> 20));
    }
    EnsembleData.checkSize(sweep, data);
    checkFolds(sweep, data);
    return data;
  }

  private static void checkFolds(SweepDefinition sweep, PreparedData data) throws BadInput {
    ConfirmPlan plan = sweep.confirm();
    if (plan != null && plan.parts() > data.mostFolds()) {
      throw new BadInput(
          "confirm.%s is %d, but the training rows can be dealt into %d parts at most: lower it, or leave confirm out"
              .formatted(
                  plan.folds() == null ? "repeats" : "folds", plan.parts(), data.mostFolds()));
    }
  }

  /** Reads what a sweep file names besides data, from wherever data can lie. */
  static TextFiles texts() {
    SourceOpener opener = HadoopFiles.opener();
    return location -> {
      try (InputStream in = opener.open(location)) {
        byte[] bytes = in.readNBytes(MOST_TEXT_BYTES + 1);
        if (bytes.length > MOST_TEXT_BYTES) {
          throw new IOException("it has more than " + MOST_TEXT_BYTES + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
      }
    };
  }

  /** How many rows there are of what. */
  static String inWords(PreparedData data) {
    return "%d training, %d validation, %d test rows of %d inputs%s"
        .formatted(
            data.training().size(),
            data.validation().size(),
            data.test().size(),
            data.inputWidth(),
            data.task() == Task.CLASSIFICATION
                ? " in " + data.classNames().size() + " classes"
                : "");
  }

  /** In what {@code data} are others than those of an earlier run; null if they are the same. */
  static @Nullable String difference(JournalReader.Content earlier, PreparedData data) {
    if (earlier.dataHash().equals(data.contentHash())) {
      return null;
    }
    return earlier.data().equals(inWords(data))
        ? "was run on other data: as many rows, but with other values, names or order (their SHA-256 differs)"
        : "was run on other data: then %s, and now %s".formatted(earlier.data(), inWords(data));
  }
}
