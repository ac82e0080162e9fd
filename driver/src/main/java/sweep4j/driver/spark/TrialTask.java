package sweep4j.driver.spark;

import java.io.Serializable;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import scala.Function2;
import scala.collection.Iterator;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialOutcome;

/**
 * The task of a trial's job. It is Spark's own kind of function, and no closure: those of {@code
 * map} and {@code collect} Spark takes apart class file by class file, for each job anew.
 *
 * @param checkpoint where the leg begins; null to begin with the first epoch
 * @param costToBeat the trial's network is sent back if its cost is this or lower
 */
record TrialTask(LegWork work, @Nullable Broadcast<byte[]> checkpoint, double costToBeat)
    implements Function2<TaskContext, Iterator<Leg>, TrialOutcome>, Serializable {

  @Override
  public TrialOutcome apply(TaskContext context, Iterator<Leg> leg) {
    return work.run(leg.next(), checkpoint == null ? null : checkpoint.value(), costToBeat);
  }
}
