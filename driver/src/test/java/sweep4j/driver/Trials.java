package sweep4j.driver;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Measurement;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;
import sweep4j.trial.Score;
import sweep4j.trial.Seeds;
import sweep4j.trial.StopReason;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;
import sweep4j.trial.Tunable;

/** Finished trials to test with. */
public final class Trials {

  /** What {@link #request} sets: one parameter of each kind of value. */
  public static final List<Tunable> PARAMETERS =
      List.of(
          Hyperparameter.LEARNING_RATE,
          Hyperparameter.BATCH_SIZE,
          Hyperparameter.HIDDEN_UNITS,
          Hyperparameter.ACTIVATION);

  private Trials() {}

  public static TrialRequest request(int trial) {
    Map<Tunable, ParameterValue> values = new HashMap<>();
    values.put(Hyperparameter.LEARNING_RATE, new Real(0.1 / (trial + 3)));
    values.put(Hyperparameter.BATCH_SIZE, new Whole(16 + trial));
    values.put(Hyperparameter.HIDDEN_UNITS, new Widths(List.of(64, 32)));
    values.put(Hyperparameter.ACTIVATION, new Text("relu"));
    return new TrialRequest(trial, 1, Seeds.trialSeed(42, trial), new Hyperparameters(values));
  }

  public static TrialRecord completed(int trial, double objective) {
    return completed(
        trial, new Measurement(objective, new Score(0.5, 0.75), new Score(0.25, 0.875), 3));
  }

  public static TrialRecord completed(int trial, Measurement measurement) {
    return new TrialRecord(
        request(trial),
        new TrialResult(
                trial,
                TrialState.COMPLETED,
                StopReason.MAX_EPOCHS,
                measurement,
                5,
                List.of(0.9, 1.0 / 3.0),
                1.5,
                "driver@host",
                "cpu",
                1,
                null)
            .startedAt(Instant.parse("2026-11-23T09:00:00.100200Z")));
  }

  public static TrialRecord diverged(int trial) {
    return new TrialRecord(
        request(trial),
        new TrialResult(
            trial,
            TrialState.DIVERGED,
            StopReason.NON_FINITE_LOSS,
            null,
            1,
            List.of(),
            0.5,
            "driver@host",
            "cpu",
            1,
            "epoch 1: the loss is NaN"));
  }

  /** A trial that failed with {@code error} before it was anywhere. */
  public static TrialRecord failed(int trial, String error) {
    return new TrialRecord(
        request(trial),
        new TrialResult(trial, TrialState.FAILED, null, null, 0, List.of(), 0.0, "", "", 3, error));
  }
}
