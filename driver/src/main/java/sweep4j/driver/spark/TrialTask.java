package sweep4j.driver.spark;

import java.io.Serializable;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import scala.Function1;
import scala.collection.Iterator;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;

/**
 * The task of a trial's job. It is Spark's own kind of function, and no closure: those of {@code
 * map} and {@code collect} Spark takes apart class file by class file, for each job anew.
 *
 * @param checkpoint where the leg begins; null to begin with the first epoch
 * @param costToBeat the trial's network is sent back if its cost is this or lower
 * @param progress brings to the driver how far the trial is
 */
record TrialTask(
    LegWork work, @Nullable Broadcast<byte[]> checkpoint, double costToBeat, EpochProgress progress)
    implements Function1<Iterator<Leg>, TrialOutcome>, Serializable {

  @Override
  public TrialOutcome apply(Iterator<Leg> leg) {
    // To ask is to notice that it was cancelled before it had a thread to be interrupted.
    if (!leg.hasNext()) {
      throw new IllegalStateException("a job has one leg");
    }
    Leg begun = leg.next();
    // Where a whole machine goes away, Spark blames no task, and begins each again without a word.
    // But the study counts attempts, and lets the last one run alone.
    if (TaskContext.get().attemptNumber() > 0) {
      return TrialOutcome.ended(
          TrialResult.withoutMeasurement(
              begun.trial(), TrialState.LOST, "the machine that it ran on went away"),
          null);
    }
    return work.run(
        begun, checkpoint == null ? null : checkpoint.value(), costToBeat, progress::add);
  }
}
