package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.driver.Trials;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.config.SweepFileReader;
import sweep4j.driver.search.Region;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialRecord;

/**
 * Progress where standard error is no terminal, as it is in these tests and in a cluster's logs.
 */
class ProgressTest {

  private static final int TRIALS = 2000;

  /** Thousands of lines, or a bar drawn over and over, would bury what a log is read for. */
  @Test
  void aLongSweepMakesAFewPlainLines(@TempDir Path folder) throws Exception {
    String text = shown(folder, false, List.of(), progress -> runAll(progress, 0));

    assertThat(text.lines().count()).isBetween(1L, 20L);
    assertThat(text.replace("\n", "").codePoints().filter(Character::isISOControl)).isEmpty();
    assertThat(text)
        .endsWith(
            "2000/2000 done, best validation_loss 0.5000 (trial 2),"
                + " 0 running, 1 diverged, 1 failed\n");
  }

  @Test
  void whatAnEarlierRunHasEndedCounts(@TempDir Path folder) throws Exception {
    List<TrialRecord> known = List.of(Trials.diverged(0), Trials.completed(1, 0.25));

    String text = shown(folder, false, known, progress -> runAll(progress, 2));

    assertThat(text)
        .endsWith(
            "2000/2000 done, best validation_loss 0.2500 (trial 1),"
                + " 0 running, 1 diverged, 0 failed\n");
  }

  @Test
  void aRoundSaysWhatItDrawsFromAndALossWhy(@TempDir Path folder) throws Exception {
    SweepDefinition sweep = sweep(folder);

    String text =
        shown(
            folder,
            false,
            List.of(),
            progress -> {
              progress.roundStarted(1, Region.whole(sweep.space()));
              progress.legStarted(new Leg(Trials.request(0), 0, 5), 2);
              progress.attemptLost(Trials.request(0), Trials.failed(0, "executor 1 died").result());
            });

    assertThat(text)
        .isEqualTo(
            """
            round 1
              learning_rate 1.0E-5..0.1
              batch_size 8..16
            trial 0 was lost and is started again: executor 1 died
            """);
  }

  @Test
  void quietMeansNothing(@TempDir Path folder) throws Exception {
    assertThat(shown(folder, true, List.of(), progress -> runAll(progress, 0))).isEmpty();
  }

  private static void runAll(Progress progress, int first) {
    for (int trial = first; trial < TRIALS; trial++) {
      progress.legStarted(new Leg(Trials.request(trial), 0, 5), 4);
      progress.trialEnded(
          switch (trial) {
            case 0 -> Trials.diverged(trial);
            case 1 -> Trials.failed(trial, "no luck");
            default -> Trials.completed(trial, 0.5);
          });
    }
  }

  private static String shown(
      Path folder, boolean quiet, List<TrialRecord> known, Consumer<Progress> sweep)
      throws Exception {
    var err = new ByteArrayOutputStream();
    try (Progress progress =
        Progress.of(
            sweep(folder),
            TRIALS,
            quiet,
            known,
            new PrintStream(err, true, StandardCharsets.UTF_8))) {
      sweep.accept(progress);
    }
    return err.toString(StandardCharsets.UTF_8);
  }

  private static SweepDefinition sweep(Path folder) throws Exception {
    Example example = Example.in(folder);
    Example.edit(
        example.sweep(),
        "{values: [1.0e-2, 1.0e+6]}",
        "{distribution: log_uniform, min: 1.0e-5, max: 0.1}");
    Example.edit(example.sweep(), "{method: grid}", "{method: random, max_trials: " + TRIALS + "}");
    return SweepFileReader.read(example.sweep(), List.of());
  }
}
