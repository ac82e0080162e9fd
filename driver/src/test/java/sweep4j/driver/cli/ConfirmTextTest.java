package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.driver.Trials;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.config.SweepFileReader;
import sweep4j.driver.leaderboard.Leaderboard;
import sweep4j.driver.standings.ConfirmTask;
import sweep4j.driver.standings.Standings;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialResult;

/** Words that said more than the numbers do would be believed. */
class ConfirmTextTest {

  /** Trial 0 leads by validation, trial 1 comes second. */
  private static final List<TrialRecord> TRIALS =
      List.of(Trials.completed(0, 0.1), Trials.completed(1, 0.2));

  @TempDir private Path folder = Path.of("");

  private String text(@Nullable Double[]... rows) throws Exception {
    SweepDefinition sweep =
        SweepFileReader.read(Example.in(folder).sweep(), List.of("confirm={top: 2, repeats: 5}"));
    Leaderboard leaderboard = Standings.byValidation(sweep, TRIALS);
    ConfirmTask task = Objects.requireNonNull(ConfirmTask.of(sweep, leaderboard));
    var results = new ArrayList<TrialResult>();
    for (int number = 0; number < 5; number++) {
      for (@Nullable Double[] row : rows) {
        Double objective = row[number];
        results.add(
            objective == null
                ? Trials.diverged(results.size()).result()
                : Trials.completed(results.size(), objective).result());
      }
    }
    assertThat(results).hasSize(task.requests().size());
    return String.join("\n", ConfirmText.lines(task.concluded(results), leaderboard, sweep));
  }

  private static @Nullable Double[] row(@Nullable Double... objectives) {
    return objectives;
  }

  private static final @Nullable Double[] BASE = row(1.0, 2.0, 3.0, 4.0, 5.0);
  private static final @Nullable Double[] PLAINLY_WORSE = row(2.0, 3.1, 4.0, 4.9, 6.0);
  private static final @Nullable Double[] HARDLY_WORSE = row(1.5, 1.9, 3.6, 4.4, 4.9);

  @Test
  void saysWhatIsSureAndWhatIsNot() throws Exception {
    assertThat(text(HARDLY_WORSE, BASE, PLAINLY_WORSE))
        .isEqualTo(
            """
            confirmation: each trained 5 times anew; validation_loss on training rows kept apart, by which none was chosen
                                  mean          sd             95% interval
            trial 1             3.0000      1.5811         1.0368 to 4.9632  the best
            trial 0             3.2600      1.5043         1.3921 to 5.1279  tied with the best
            the defaults        4.0000      1.5508         2.0744 to 5.9256  worse than the best (p < 0.001)
            Trial 1 is the best of them; by validation it was trial 0.
            Whether trial 1 is better than trial 0, the runner-up, is not certain: it is ahead by 0.2600, which chance alone may do (p = 0.079). To tell, it would take about 9 trainings of each instead of 5 (1.5 s each), or more rows.
            Trial 1 is better than the defaults by 1.0000, and hardly by chance (p < 0.001).""");
  }

  @Test
  void doesNotHideThatTheDefaultsAreBetter() throws Exception {
    assertThat(text(PLAINLY_WORSE, PLAINLY_WORSE, BASE))
        .contains(
            "better than the best trial",
            "Trial 0 is the best of them, as it was by validation.",
            "Trial 0 and trial 1, the runner-up, came out equal.",
            "Trial 0 is worse than the defaults by 1.0000, and hardly by chance (p < 0.001): use these.");
    assertThat(text(HARDLY_WORSE, PLAINLY_WORSE, BASE))
        .contains(
            "Whether trial 0 is better than the defaults is not certain: it is behind by 0.2600, which chance alone may do (p = ");
  }

  @Test
  void saysWhatCouldNotBeCompared() throws Exception {
    assertThat(text(row(1.0, null, 3.0, null, 5.0), BASE, row(null, null, null, null, null)))
        .contains(
            "Trial 0 cannot be compared: 2 of its 5 repeats came to nothing (epoch 1: the loss is NaN)",
            "The defaults cannot be compared: 5 of its 5 repeats",
            "Trial 1 is the best of them; by validation it was trial 0.");
    @Nullable Double[] nothing = row(1.0, 2.0, 3.0, 4.0, null);
    assertThat(text(nothing, nothing, BASE))
        .endsWith("No trial could be confirmed; ranks are by validation.");
  }
}
