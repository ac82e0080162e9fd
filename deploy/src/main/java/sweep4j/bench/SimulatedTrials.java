package sweep4j.bench;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Leg;
import sweep4j.trial.Measurement;
import sweep4j.trial.Score;
import sweep4j.trial.Seeds;
import sweep4j.trial.Seeds.Stream;
import sweep4j.trial.StopReason;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;

/**
 * Trials that answer as a small network might: best at a learning rate of 0.005 and a dropout of
 * 0.2; some of the fast ones diverge, a few fail.
 *
 * @param maxEpochs of a trial that is not pruned
 */
record SimulatedTrials(int maxEpochs) {

  static final Instant BEGIN = Instant.parse("2026-01-01T08:00:00Z");

  private static final int NOISE = 1;
  private static final int FATE = 2;
  private static final int SPEED = 3;

  /** The loss of a network that knows nothing, of ten classes. */
  private static final double BLIND = Math.log(10.0);

  private static double draw(int trial, int... keys) {
    return Seeds.random(
            0,
            Stream.TRIAL,
            IntStream.concat(IntStream.of(trial), IntStream.of(keys)).asLongStream().toArray())
        .nextDouble();
  }

  /** How long {@code leg} takes. */
  double seconds(Leg leg) {
    return (leg.untilEpoch() - leg.fromEpoch()) * epochSeconds(leg.trial());
  }

  private static double epochSeconds(int trial) {
    return 0.2 + 0.3 * draw(trial, SPEED);
  }

  /** How {@code leg} ends, run on a slot from a moment on, in seconds from the beginning. */
  TrialResult result(Leg leg, int slot, double began) {
    return result(leg, slot).startedAt(BEGIN.plusNanos((long) (1e9 * began)));
  }

  private TrialResult result(Leg leg, int slot) {
    int trial = leg.trial();
    Hyperparameters values = leg.request().hyperparameters();
    if (draw(trial, FATE) < 0.004) {
      return result(
          leg,
          slot,
          TrialState.FAILED,
          null,
          null,
          "java.lang.IllegalStateException: </script><img src=x onerror=alert(1)> is no markup");
    }
    if (values.real(Hyperparameter.LEARNING_RATE) > 0.05 && draw(trial, FATE) < 0.3) {
      return result(
          leg,
          slot,
          TrialState.DIVERGED,
          StopReason.NON_FINITE_LOSS,
          null,
          "epoch 1: the loss is NaN");
    }
    List<Double> curve = curve(trial, values, leg.untilEpoch());
    int best =
        IntStream.range(0, curve.size())
            .reduce((a, b) -> curve.get(b) < curve.get(a) ? b : a)
            .orElseThrow();
    double loss = curve.get(best);
    boolean whole = leg.untilEpoch() == maxEpochs;
    var measurement =
        new Measurement(
            loss,
            new Score(loss, Math.exp(-loss)),
            whole ? new Score(0.8 * loss, Math.exp(-0.8 * loss)) : null,
            best + 1);
    return result(
        leg,
        slot,
        whole ? TrialState.COMPLETED : TrialState.PAUSED,
        whole ? StopReason.MAX_EPOCHS : null,
        measurement,
        null);
  }

  private List<Double> curve(int trial, Hyperparameters values, int epochs) {
    double off = Math.log10(values.real(Hyperparameter.LEARNING_RATE)) - Math.log10(0.005);
    double dropout = values.real(Hyperparameter.DROPOUT) - 0.2;
    double floor =
        0.03
            + 0.15 * off * off
            + 0.5 * dropout * dropout
            + (values.text(Hyperparameter.UPDATER).equals("sgd") ? 0.08 : 0.0)
            + 0.05 * draw(trial, NOISE);
    double rate = 0.15 + 0.3 / (1.0 + off * off);
    return IntStream.rangeClosed(1, epochs)
        .mapToObj(
            epoch ->
                floor
                    + (BLIND - floor) * Math.exp(-rate * epoch)
                    + 0.02 * draw(trial, NOISE, epoch))
        .toList();
  }

  private TrialResult result(
      Leg leg,
      int slot,
      TrialState state,
      @Nullable StopReason reason,
      @Nullable Measurement measurement,
      @Nullable String error) {
    return new TrialResult(
        leg.trial(),
        state,
        reason,
        measurement,
        measurement == null ? 1 : leg.untilEpoch(),
        measurement == null
            ? List.of()
            : curve(leg.trial(), leg.request().hyperparameters(), leg.untilEpoch()),
        leg.untilEpoch() * epochSeconds(leg.trial()),
        "%d@host-%d".formatted(slot / 4, slot / 8),
        "simulated",
        1,
        error);
  }
}
