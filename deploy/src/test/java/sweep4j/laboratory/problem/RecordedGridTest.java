package sweep4j.laboratory.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.driver.study.Seal;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Whole;

/** From a run's folder to a table and back: a curve under the wrong trial would not be noticed. */
class RecordedGridTest {

  private static final String SWEEP =
      """
      name: small
      seed: 1
      data: {format: csv, path: data.csv, label: label, task: classification, validation: 0.2, test: 0.1}
      training: {max_epochs: 3, early_stopping: none}
      metric: {name: validation_loss, goal: minimize}
      search: {method: grid}
      parameters:
        learning_rate: {distribution: log_uniform, min: 1.0e-3, max: 1.0e-1, steps: 3}
        batch_size: {values: [16, 32]}
      """;

  private static final String HEADER =
      """
      {"type":"sweep","version":2,"name":"small","data":"9 rows","data_hash":"a1","versions":"1","native_build":"n","started":"s","priors":0}
      """;

  @TempDir private Path folder;

  private final List<String> journal = new ArrayList<>();

  /** Trials end in another order than that of their numbers. */
  @BeforeEach
  void recordSixTrials() {
    completed(1, 0.001, 32, "3.123456789,2.5,2.75");
    completed(0, 0.001, 16, "3.0,2.0,1.0");
    completed(2, 0.01, 16, "1.5,1.25,1.125");
    completed(3, 0.01, 32, "1.0E-7,9.0,9.0");
    completed(5, 0.1, 32, "2.0,0.5,0.75");
  }

  private void completed(int trial, double rate, int batch, String curve) {
    journal.add(
        line(trial, rate, batch, "COMPLETED", "MAX_EPOCHS", "[" + curve + "]", 3)
            .replace(
                "\"measurement\":null",
                """
                "measurement":{"objective":1.0,"validation":{"loss":1.0,"quality":0.5},\
                "training":{"loss":1.0,"quality":0.5},"best_epoch":1}"""));
  }

  private void diverged(int trial, double rate, int batch, String curve, int epochs) {
    journal.add(line(trial, rate, batch, "DIVERGED", "NON_FINITE_LOSS", curve, epochs));
  }

  private static String line(
      int trial, double rate, int batch, String state, String reason, String curve, int epochs) {
    return """
    {"type":"trial","trial":%d,"round":1,"seed":7,"parameters":{"learning_rate":%s,"batch_size":%d},\
    "state":"%s","stop_reason":"%s","measurement":null,"epochs":%d,"curve":%s,"seconds":6.0,\
    "executor":"","device":"","attempts":1,"error":null}
    """
        .formatted(trial, rate, batch, state, reason, epochs, curve);
  }

  private CurveTable packed() throws Exception {
    Files.writeString(folder.resolve("sweep.yaml"), SWEEP);
    var sealed = new ByteArrayOutputStream();
    (HEADER + String.join("", journal)).lines().forEach(line -> sealed.writeBytes(Seal.line(line)));
    Files.write(folder.resolve("journal.jsonl"), sealed.toByteArray());
    Path table = folder.resolve("small.csv.gz");
    RecordedGrid.pack(folder, table);
    try (var in = Files.newInputStream(table)) {
      return CurveTableReader.read("small", in);
    }
  }

  private static Hyperparameters at(double rate, int batch) {
    return new Hyperparameters(
        Map.of(
            Hyperparameter.LEARNING_RATE, new Real(rate),
            Hyperparameter.BATCH_SIZE, new Whole(batch)));
  }

  @Test
  void theTableGivesWhatTheJournalHeld() throws Exception {
    diverged(4, 0.1, 16, "[2.5]", 2);

    CurveTable table = packed();

    assertThat(table.maxEpochs()).isEqualTo(3);
    assertThat(table.space().hyperparameters())
        .containsExactly(Hyperparameter.LEARNING_RATE, Hyperparameter.BATCH_SIZE);
    assertThat(table.course(at(0.001, 16))).isEqualTo(new Course(List.of(3.0, 2.0, 1.0), 2.0));
    assertThat(table.course(at(0.001, 32))).isEqualTo(new Course(List.of(3.1235, 2.5, 2.75), 2.0));
    assertThat(table.course(at(0.01, 32))).isEqualTo(new Course(List.of(1e-7, 9.0, 9.0), 2.0));
    assertThat(table.course(at(0.1, 16))).isEqualTo(new Course(List.of(2.5), 3.0));
    assertThat(table.course(at(0.1, 16)).bestAfter(1)).isEqualTo(2.5);
    assertThat(table.course(at(0.1, 16)).bestAfter(2)).isInfinite();
    assertThat(table.course(at(0.1, 32)).bestAfter(3)).isEqualTo(0.5);
    assertThat(table.optimum()).isEqualTo(1e-7);
  }

  @Test
  void aDivergedTrialWithoutALossIsARowToo() throws Exception {
    diverged(4, 0.1, 16, "[]", 1);

    assertThat(packed().course(at(0.1, 16)).bestAfter(1)).isInfinite();
  }

  /** A hole would be taken for a training that nobody may try. */
  @Test
  void anIncompleteGridIsRefused() {
    assertThatThrownBy(this::packed)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("the grid has 6 trials, but only 5 have ended");
  }

  /** A curve that early stopping cut would be taken for one that diverged. */
  @Test
  void aCurveThatWasCutIsRefused() throws IOException {
    completed(4, 0.1, 16, "2.0,1.0");

    assertThatThrownBy(this::packed)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "trial 4 must have diverged or trained for all 3 epochs, but is COMPLETED after 2");
  }
}
