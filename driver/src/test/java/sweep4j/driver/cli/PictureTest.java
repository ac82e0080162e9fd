package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.driver.Trials;
import sweep4j.trial.EpochScore;
import sweep4j.trial.Leg;
import sweep4j.trial.Metric;

/** Prevents a picture that is wider or higher than its terminal, which would then scroll away. */
class PictureTest {

  private static final int EPOCHS = 60;

  private final Counts counts = new Counts(Metric.VALIDATION_LOSS, 48);
  private final RunningTrials running = new RunningTrials();

  private void run(int trials, int slots) {
    for (int trial = 0; trial < trials; trial++) {
      var leg = new Leg(Trials.request(trial), 0, EPOCHS);
      counts.started(slots);
      running.started(leg, slots);
    }
  }

  private List<String> lines(int rows, int columns) {
    return new Picture("trials", EPOCHS, new TerminalSize(rows, columns))
        .lines(counts, running.now());
  }

  @Test
  void showsHowFarEachTrialIs() {
    run(10, 2);
    running.heard(new Leg(Trials.request(9), 0, EPOCHS), new EpochScore(30, 0.0625, 24, 0.05));

    assertThat(lines(24, 80))
        .containsExactly(
            "trials [>                             ] 0/48",
            "2 running, 0 diverged, 0 failed",
            "trial 0 [>                             ] 0/60",
            "trial 9 [===============>              ] 30/60  0.06250  best 0.05000 at 24");
  }

  @Test
  void leavesOutWhatANarrowTerminalHasNoRoomFor() {
    run(1, 1);
    running.heard(new Leg(Trials.request(0), 0, EPOCHS), new EpochScore(30, 0.0625, 24, 0.05));
    counts.ended(Trials.completed(1, 0.05));

    List<String> lines = lines(24, 40);

    assertThat(lines).hasSize(3).allMatch(line -> line.length() < 40);
    assertThat(lines.get(0)).contains("] 1/48", "left");
    assertThat(lines.get(1)).isEqualTo("best validation_loss 0.0500 (trial 1)");
    assertThat(lines.get(2)).isEqualTo("trial 0 [=======>      ] 30/60  0.06250");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 5, 6, 12, 24, 100})
  void fitsInAnyHeight(int rows) {
    run(32, 32);

    assertThat(lines(rows, 80)).hasSizeLessThan(rows);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 10, 20, 39, 40, 41, 80, 200})
  void fitsInAnyWidth(int columns) {
    run(32, 32);
    IntStream.range(0, 32)
        .forEach(
            trial ->
                running.heard(
                    new Leg(Trials.request(trial), 0, EPOCHS),
                    new EpochScore(EPOCHS, 1234567.5, 7, 1e-300)));
    counts.ended(Trials.completed(0, 0.5));

    assertThat(lines(24, columns)).allMatch(line -> line.length() < columns);
  }

  @Test
  void ofManyTrialsItShowsTheFirstAndCountsTheOthers() {
    run(64, 32);

    assertThat(lines(50, 80)).hasSize(11).endsWith("and 24 more");
    assertThat(lines(10, 80)).hasSize(9).endsWith("and 26 more");
  }

  @Test
  void aTrialThatEndedIsGone() {
    run(2, 2);
    running.over(0);
    // What an executor says may come late.
    running.heard(new Leg(Trials.request(0), 0, EPOCHS), new EpochScore(3, 0.1, 3, 0.1));

    assertThat(lines(24, 80)).hasSize(3).last().asString().startsWith("trial 1 [");
  }

  @Test
  void aTerminalThatDoesNotKnowItsSizeHasTheUsualOne() {
    assertThat(TerminalSize.of("50 132\n")).isEqualTo(new TerminalSize(50, 132));
    assertThat(TerminalSize.of("0 0\n")).isEqualTo(TerminalSize.USUAL);
    assertThat(TerminalSize.of("")).isEqualTo(TerminalSize.USUAL);
  }
}
