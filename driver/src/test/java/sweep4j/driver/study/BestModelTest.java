package sweep4j.driver.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.driver.Trials;
import sweep4j.trial.TrialRecord;

/** A pair of model and description that do not belong together would be used without a word. */
class BestModelTest {

  private static final TrialRecord TRIAL = Trials.completed(4, 0.25);
  private static final byte[] MODEL = {1, 2, 3};

  private Path model = Path.of("");
  private Path description = Path.of("");
  private BestModel best = new BestModel(new RunFolder(Path.of("")), List.of(), List.of());

  @BeforeEach
  void write(@TempDir Path path) throws IOException {
    model = path.resolve("best/model.zip");
    description = path.resolve("best/trial.json");
    best = new BestModel(new RunFolder(path), List.of("width", "height"), List.of("no", "yes"));
    assertThat(best.holds(TRIAL)).isFalse();
    best.write(TRIAL, MODEL);
  }

  @Test
  void whatWasWrittenIsHeld() throws IOException {
    assertThat(best.holds(TRIAL)).isTrue();
    assertThat(best.read()).isEqualTo(MODEL);
    assertThat(Files.readString(description))
        .contains("\"trial\" : 4", "\"width\", \"height\"", "\"no\", \"yes\"", "\"model_sha256\"");
  }

  @Test
  void anotherTrialIsNotHeld() throws IOException {
    assertThat(best.holds(Trials.completed(3, 0.25))).isFalse();
  }

  @Test
  void theNextBestReplacesIt() throws IOException {
    best.write(Trials.completed(7, 0.125), new byte[] {9});

    assertThat(best.holds(TRIAL)).isFalse();
    assertThat(best.holds(Trials.completed(7, 0.125))).isTrue();
  }

  /** A kill between the two files. */
  @Test
  void aModelOfAnotherTrialIsNotHeld() throws IOException {
    Files.write(model, new byte[] {1, 2, 4});

    assertThat(best.holds(TRIAL)).isFalse();
  }

  @Test
  void aModelAloneOrADescriptionAloneIsNotHeld() throws IOException {
    byte[] kept = Files.readAllBytes(description);
    Files.delete(description);
    assertThat(best.holds(TRIAL)).isFalse();

    Files.write(description, kept);
    assertThat(best.holds(TRIAL)).isTrue();
    Files.delete(model);
    assertThat(best.holds(TRIAL)).isFalse();
  }

  /** It can be had again by training the trial again; the run must not break for it. */
  @Test
  void aDamagedDescriptionIsNotHeld() throws IOException {
    for (String damaged : List.of("", "{\"trial\": 4,", "[]", "{}", "4")) {
      Files.writeString(description, damaged);
      assertThat(best.holds(TRIAL)).as(damaged).isFalse();
    }
  }
}
