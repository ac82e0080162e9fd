package sweep4j.driver.spark;

import java.io.Serializable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.EpochScore;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialOutcome;

/** What an executor does with a leg of a trial. It is sent there with each. */
@FunctionalInterface
public interface LegWork extends Serializable {

  /**
   * Runs a leg on the calling thread, and never throws for a bad trial.
   *
   * @param checkpoint where the leg begins; null to begin with the first epoch
   * @param costToBeat the trial's network is sent back if its cost is this or lower
   * @param progress may be told of each epoch's end, on any thread
   */
  TrialOutcome run(
      Leg leg, byte @Nullable [] checkpoint, double costToBeat, Consumer<EpochScore> progress);
}
