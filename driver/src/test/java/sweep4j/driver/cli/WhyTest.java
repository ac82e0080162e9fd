package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.driver.study.Seal;

/** A reader of these sentences has nothing to check them against, so they must say the journal. */
class WhyTest {

  @TempDir static Path folder;

  @BeforeAll
  static void run() throws Exception {
    Path run = Files.createDirectory(folder.resolve("run"));
    Files.writeString(
        run.resolve("sweep.yaml"),
        """
        name: example
        data: {format: csv, path: none.csv, label: label, task: classification}
        training: {max_epochs: 9, early_stopping: {patience: 2}}
        search: {method: random, max_trials: 9, pruner: hyperband}
        parameters: {learning_rate: {distribution: uniform, min: 0.1, max: 0.2}}
        """);
    String header =
        """
        {"type":"sweep","version":2,"name":"example","data":"9 rows","data_hash":"a","versions":"1",\
        "native_build":"n","started":"2026-01-01T00:00:00Z","priors":0}
        """;
    String journal =
        header
            + trial("paused", 0, "PAUSED", null, 1, 0.9)
            + trial("paused", 1, "PAUSED", null, 1, 0.5)
            + trial("paused", 2, "PAUSED", null, 1, 0.4)
            + decision(0, 0, 1, false, 3, 3, 0.4)
            + trial("trial", 0, "PRUNED", "PRUNER", 1, 0.9)
            + decision(2, 0, 1, true, 1, 3, 0.4)
            + trial("trial", 2, "COMPLETED", "EARLY_STOPPING", 5, 0.25)
            + trial("trial", 3, "COMPLETED", "MAX_EPOCHS", 9, 0.125)
            + trial("trial", 5, "PRUNED", "PRUNER", 1, 0.75);
    var sealed = new ByteArrayOutputStream();
    journal.lines().forEach(line -> sealed.writeBytes(Seal.line(line)));
    Files.write(run.resolve("journal.jsonl"), sealed.toByteArray());
  }

  private static String trial(
      String type, int trial, String state, @Nullable String reason, int epochs, double loss) {
    String stop = reason == null ? "null" : '"' + reason + '"';
    return """
        {"type":"%s","trial":%d,"round":1,"seed":7,"parameters":{"learning_rate":0.1},\
        "state":"%s","stop_reason":%s,"measurement":{"objective":%s,\
        "validation":{"loss":%s,"quality":0.5},"training":null,"best_epoch":%d},"epochs":%d,\
        "curve":[],"seconds":1.0,"executor":"e","device":"d","attempts":1,"error":null,\
        "checkpoint_sha256":"00"}
        """
        .formatted(type, trial, state, stop, loss, loss, Math.max(1, epochs - 2), epochs);
  }

  private static String decision(
      int trial, int rung, int epochs, boolean goesOn, int rank, int compared, double threshold) {
    return """
        {"type":"decision","trial":%d,"bracket":0,"rung":%d,"epochs":%d,"goes_on":%s,"rank":%d,\
        "compared":%d,"threshold":%s,"peers":[]}
        """
        .formatted(trial, rung, epochs, goesOn, rank, compared, threshold);
  }

  private static String why(int trial) {
    var terminal = Terminal.run("why", folder.resolve("run").toString(), "--trial=" + trial);
    return terminal.out().strip();
  }

  @Test
  void aPrunedTrialIsToldWithRankAndThreshold() {
    assertThat(why(0))
        .isEqualTo(
            "Trial 0 was pruned after 1 epoch, because its validation_loss, 0.9000, was number 3 of"
                + " the 3 compared at rung 0 of bracket 0, and only 0.4000 or better went on.");
  }

  /** A damaged line that says it may have been taken out since. */
  @Test
  void aPrunedTrialWhoseDecisionIsGoneIsNoError() {
    assertThat(why(5))
        .isEqualTo(
            "Trial 5 was pruned after 1 epoch; the journal does not say any more by which decision,"
                + " and --resume finds it out again.");
  }

  @Test
  void aTrialThatWaitsIsSaidToWait() {
    assertThat(why(1))
        .isEqualTo(
            "Trial 1 stands at a rung after 1 epoch, and waits for the trials that it is compared"
                + " with.");
  }

  @Test
  void aSurvivorIsToldFromRungToEnd() {
    assertThat(why(2))
        .isEqualTo(
            "Trial 2 went on after 1 epoch as number 1 of 3, and stopped early after 5 epochs,"
                + " because validation_loss had not improved for 2 epochs; its best"
                + " validation_loss, 0.2500, was that of epoch 3.");
    assertThat(why(3))
        .isEqualTo(
            "Trial 3 trained for all of its 9 epochs; its best validation_loss, 0.1250, was that of"
                + " epoch 7.");
  }

  @Test
  void aTrialThatIsNotThereIsAnErrorWithTheRange() {
    String run = folder.resolve("run").toString();
    var outside = Terminal.run("why", run, "--trial=9");
    assertThat(outside.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(outside.err()).contains("--trial must be from 0 to 8, but got 9");
    var notYet = Terminal.run("why", run, "--trial=4");
    assertThat(notYet.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(notYet.err()).contains("trial 4 has not come to a rung or to an end yet");
  }
}
