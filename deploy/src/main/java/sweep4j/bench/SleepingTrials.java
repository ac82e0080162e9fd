package sweep4j.bench;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.spark.LegWork;
import sweep4j.trial.EpochScore;
import sweep4j.trial.Leg;
import sweep4j.trial.Measurement;
import sweep4j.trial.Score;
import sweep4j.trial.Seeds;
import sweep4j.trial.Seeds.Stream;
import sweep4j.trial.StopReason;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;

/**
 * Trials that sleep instead of training, and answer as if they had trained.
 *
 * @param shortestMillis at least 1
 * @param longestMillis durations are log-uniform between the two, drawn by a trial's number
 */
record SleepingTrials(int shortestMillis, int longestMillis) implements LegWork {

  /** As large as the model file of a small network. */
  private static final int MODEL_BYTES = 50_000;

  private static final int DURATION = 1;
  private static final int LOSS = 2;

  /** Milliseconds that {@code trial} takes. */
  long millis(int trial) {
    double ratio = (double) longestMillis / shortestMillis;
    return Math.round(shortestMillis * Math.pow(ratio, draw(trial, DURATION)));
  }

  private static double draw(int trial, int key) {
    return Seeds.random(0, Stream.TRIAL, trial, key).nextDouble();
  }

  @Override
  public TrialOutcome run(
      Leg leg, byte @Nullable [] checkpoint, double costToBeat, Consumer<EpochScore> progress) {
    long millis = millis(leg.trial());
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted in trial " + leg.trial(), e);
    }
    TrialResult result = result(leg, millis / 1e3);
    boolean wanted = draw(leg.trial(), LOSS) <= costToBeat;
    return TrialOutcome.ended(result, wanted ? new byte[MODEL_BYTES] : null);
  }

  /** What {@code leg}, to the end of a trial, would have answered after {@code seconds}. */
  static TrialResult result(Leg leg, double seconds) {
    double loss = draw(leg.trial(), LOSS);
    int epochs = leg.untilEpoch();
    var curve = new Double[epochs];
    for (int epoch = 1; epoch <= epochs; epoch++) {
      curve[epoch - 1] = loss * (1.0 + 1.0 / epoch);
    }
    return new TrialResult(
        leg.trial(),
        TrialState.COMPLETED,
        StopReason.MAX_EPOCHS,
        new Measurement(loss, new Score(loss, 1.0 - loss), new Score(loss, 1.0 - loss), epochs),
        epochs,
        List.of(curve),
        seconds,
        "driver@localhost",
        "none",
        1,
        null);
  }
}
