package sweep4j.driver.study;

import java.io.IOException;
import java.util.List;
import sweep4j.trial.TrialRecord;

/**
 * The folder {@code best/}: {@code model.zip}, and {@code trial.json}, the trial that it is from;
 * see {@link DescribedModel}.
 */
public final class BestModel {

  static final String DESCRIPTION = "trial.json";

  private final DescribedModel files;

  /**
   * The best model of a run.
   *
   * @param featureNames one per input, in the order in which the network takes them
   * @param classNames one per output; empty for regression
   */
  public BestModel(RunFolder folder, List<String> featureNames, List<String> classNames) {
    this.files = new DescribedModel(folder, RunFolder.BEST, DESCRIPTION, featureNames, classNames);
  }

  /** Puts {@code model}, the network of {@code trial}, in the place of the former best. */
  public void write(TrialRecord trial, byte[] model) throws IOException {
    files.write(JournalFormat.ended(trial), model);
  }

  /** The model file. */
  public byte[] read() throws IOException {
    return files.read();
  }

  /** Whether the folder holds the network of {@code trial}, whole. */
  public boolean holds(TrialRecord trial) throws IOException {
    return files.holds(json -> json.path("trial").asInt(-1) == trial.trial());
  }
}
