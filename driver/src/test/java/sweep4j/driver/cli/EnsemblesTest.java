package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.driver.Trials;
import sweep4j.driver.config.SweepFileReader;
import sweep4j.driver.spark.Split;
import sweep4j.driver.study.RunFolder;
import sweep4j.driver.study.TopModels;
import sweep4j.trial.Measurement;
import sweep4j.trial.Score;
import sweep4j.trial.TrialRecord;
import sweep4j.worker.data.PreparedData;

class EnsemblesTest {

  /** A test split that weights were chosen by would make every ensemble look good. */
  @Test
  void nothingIsChosenByTheTestSplit(@TempDir Path path) throws Exception {
    PreparedData data = Data.load(SweepFileReader.read(Example.in(path).sweep(), List.of()));
    var models = new TopModels(new RunFolder(path));
    // Two classes that are equally likely have a loss of ln 2.
    var measured = new Measurement(0.5, new Score(Math.log(2), 0.5), null, 1);
    List<TrialRecord> trials =
        List.of(Trials.completed(4, measured), Trials.completed(2, measured));
    for (TrialRecord trial : trials) {
      models.write(trial, new byte[] {(byte) trial.trial()});
    }
    Set<Split> asked = new ConcurrentSkipListSet<>();
    var ensembles =
        new Ensembles(
            data,
            new RunFolder(path),
            models,
            (name, model, split) -> {
              asked.add(split);
              return CompletableFuture.completedFuture(
                  new float[split.of(data).size() * data.outputWidth()]);
            });

    EnsembleChoice choice = ensembles.choose(trials, null);

    assertThat(asked).containsExactly(Split.VALIDATION);
    assertThat(choice).isInstanceOf(EnsembleChoice.Chosen.class);
    assertThat(path.resolve("ensemble/ensemble.json")).doesNotExist();
    ensembles.test((EnsembleChoice.Chosen) choice);
    assertThat(asked).containsExactly(Split.VALIDATION, Split.TEST);
    assertThat(path.resolve("ensemble/ensemble.json")).exists();
  }

  /** Without the file's name, a run with a damaged model could never be brought to its end. */
  @Test
  void aModelThatCannotBeUsedIsNamed(@TempDir Path path) throws Exception {
    PreparedData data = Data.load(SweepFileReader.read(Example.in(path).sweep(), List.of()));
    var models = new TopModels(new RunFolder(path));
    List<TrialRecord> trials = List.of(Trials.completed(4, 0.5), Trials.completed(2, 0.5));
    for (TrialRecord trial : trials) {
      models.write(trial, new byte[] {1});
    }
    var ensembles =
        new Ensembles(
            data,
            new RunFolder(path),
            models,
            (name, model, split) ->
                CompletableFuture.failedFuture(new IOException("not a model file\nat line 1")));

    assertThatThrownBy(() -> ensembles.choose(trials, null))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(models.location(4), "delete it", "not a model file")
        .hasMessageNotContaining("line 1");
  }
}
