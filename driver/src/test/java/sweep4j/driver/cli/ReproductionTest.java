package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Measurement;
import sweep4j.trial.Score;
import sweep4j.trial.StopReason;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;

/** A comparison that overlooks a bit would call a doubtful row reproduced. */
class ReproductionTest {

  private static TrialResult completed(double loss, List<Double> curve) {
    return new TrialResult(
        7,
        TrialState.COMPLETED,
        StopReason.MAX_EPOCHS,
        new Measurement(loss, new Score(loss, 0.5), new Score(0.25, 0.75), 2),
        3,
        curve,
        1.0,
        "somewhere",
        "cpu",
        2,
        null);
  }

  private static TrialResult failed(String error) {
    return TrialResult.withoutMeasurement(7, TrialState.FAILED, error);
  }

  private static TrialResult late(String error) {
    return TrialResult.withoutMeasurement(
        7, TrialState.FAILED, StopReason.TRIAL_TIMEOUT, 1, 8.0, "x", "cpu", error);
  }

  @Test
  void theSameIsTheSameWhereverItRan() {
    TrialResult was = completed(0.1, List.of(0.3, 0.1, 0.2));
    assertThat(Reproduction.of(was, was.withAttempts(1)).isSame()).isTrue();
    assertThat(Reproduction.of(was, was.withAttempts(1)).lines())
        .last()
        .isEqualTo("All 11 are the same, bit for bit.");
  }

  @Test
  void oneBitIsADifference() {
    TrialResult was = completed(0.1, List.of(0.3, 0.1, 0.2));
    Reproduction loss = Reproduction.of(was, completed(Math.nextUp(0.1), was.curve()));
    assertThat(loss.isSame()).isFalse();
    assertThat(loss.lines())
        .contains(
            "objective              0.1                        0.10000000000000002        DIFFERS")
        .last()
        .isEqualTo("2 of 11 differ.");

    Reproduction curve =
        Reproduction.of(was, completed(0.1, List.of(0.3, Math.nextDown(0.1), 0.2)));
    assertThat(curve.isSame()).isFalse();
    assertThat(curve.lines()).anyMatch(line -> line.startsWith("learning curve, value 2"));

    Reproduction shorter = Reproduction.of(was, completed(0.1, List.of(0.3, 0.1)));
    assertThat(shorter.lines()).anyMatch(line -> line.startsWith("learning curve, value 3"));
    assertThat(shorter.isSame()).isFalse();
  }

  @Test
  void anErrorIsComparedToo() {
    assertThat(Reproduction.of(failed("no luck"), failed("no luck")).isSame()).isTrue();
    assertThat(Reproduction.of(failed("no luck"), failed("no money")).isSame()).isFalse();
    assertThat(Reproduction.of(failed("no luck"), completed(0.1, List.of())).isSame()).isFalse();
  }

  /** A machine of another speed comes to another epoch in the same time. */
  @Test
  void ofATrialThatTookTooLongOnlyItsStateIsCompared() {
    TrialResult was = late("not finished after 8 s, in epoch 3");
    assertThat(Reproduction.of(was, late("not finished after 8 s, in epoch 9")).isSame()).isTrue();
    assertThat(Reproduction.of(was, failed("no luck")).isSame()).isFalse();
    assertThat(Reproduction.of(was, completed(0.1, List.of())).isSame()).isFalse();
  }

  @Test
  void aPrunedTrialIsStoppedWhereItWas() {
    TrialResult whole = completed(0.1, List.of(0.3, 0.1, 0.2));
    var request = new TrialRequest(7, 1, 5, Hyperparameters.defaults());
    assertThat(Reproduction.leg(new TrialRecord(request, whole), 81).untilEpoch()).isEqualTo(81);
    TrialResult pruned =
        new TrialResult(
            7,
            TrialState.PRUNED,
            StopReason.PRUNER,
            new Measurement(0.1, new Score(0.1, 0.5), null, 2),
            3,
            whole.curve(),
            1.0,
            "x",
            "cpu",
            1,
            null);
    assertThat(Reproduction.leg(new TrialRecord(request, pruned), 81).untilEpoch()).isEqualTo(3);
    assertThat(Reproduction.of(pruned, whole).isSame()).isTrue();
  }
}
