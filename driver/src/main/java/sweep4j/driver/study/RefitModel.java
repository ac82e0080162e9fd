package sweep4j.driver.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import sweep4j.trial.Hyperparameters;

/**
 * The folder {@code refit/}: {@code model.zip}, the winner's configuration trained anew, and {@code
 * refit.json}, which says how, with the hyperparameters that hold; see {@link DescribedModel}.
 */
public final class RefitModel {

  static final String DESCRIPTION = "refit.json";

  private final DescribedModel files;

  /** Of a run; parameters as of {@link BestModel}. */
  public RefitModel(RunFolder folder, List<String> featureNames, List<String> classNames) {
    this.files = new DescribedModel(folder, RunFolder.REFIT, DESCRIPTION, featureNames, classNames);
  }

  /** Puts {@code model} in the place of a former one. */
  public void write(Refitted refitted, Hyperparameters hyperparameters, byte[] model)
      throws IOException {
    ObjectNode json = RefittedFormat.json(refitted);
    json.set("parameters", JournalFormat.json(hyperparameters));
    files.write(json, model);
  }

  /** Whether the folder holds the model of {@code refitted}, whole. */
  public boolean holds(Refitted refitted) throws IOException {
    return files.holds(json -> json.path("model_sha256").asText().equals(refitted.modelSha256()));
  }
}
