package sweep4j.driver.spark;

import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialOutcome;

/**
 * The task of a trial's job.
 *
 * @param checkpoint where the leg begins; null to begin with the first epoch
 * @param costToBeat the trial's network is sent back if its cost is this or lower
 */
record TrialTask(LegWork work, @Nullable Broadcast<byte[]> checkpoint, double costToBeat)
    implements Function<Leg, TrialOutcome> {

  @Override
  public TrialOutcome call(Leg leg) {
    return work.run(leg, checkpoint == null ? null : checkpoint.value(), costToBeat);
  }
}
