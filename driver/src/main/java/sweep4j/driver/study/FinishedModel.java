package sweep4j.driver.study;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A network that a run has left, found whole.
 *
 * @param bytes of the model file
 * @param trial whose configuration it is of
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FinishedModel(byte[] bytes, int trial) {

  /** The best; null if there is none yet. */
  public static @Nullable FinishedModel best(RunFolder folder) throws IOException {
    return DescribedModel.find(folder, RunFolder.BEST, BestModel.DESCRIPTION);
  }

  /** The winner's configuration trained anew; null if it was not. */
  public static @Nullable FinishedModel refit(RunFolder folder) throws IOException {
    return DescribedModel.find(folder, RunFolder.REFIT, RefitModel.DESCRIPTION);
  }
}
