package sweep4j.driver.spark;

import java.time.Duration;
import java.util.function.Consumer;
import org.apache.spark.SparkEnv;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.EpochScore;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.Workload;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.training.Attendant;
import sweep4j.worker.training.TrialRunner;
import sweep4j.worker.training.WatchedTrials;

/**
 * Trains, and hands a trial back when its executor is about to go away.
 *
 * @param data sent once to each executor process, and shared by all trials there
 * @param workload likewise
 * @param limit how long a trial may train; null for no limit
 */
record Training(
    Broadcast<PreparedData> data, Broadcast<Workload> workload, @Nullable Duration limit)
    implements LegWork {

  @Override
  public TrialOutcome run(
      Leg leg, byte @Nullable [] checkpoint, double costToBeat, Consumer<EpochScore> progress) {
    String executor = executor();
    var attendant =
        new Attendant() {
          @Override
          public void epochEnded(EpochScore score) {
            progress.accept(score);
          }

          @Override
          public boolean wantsItBack() {
            return Departure.isAnnounced();
          }
        };
    var runner = new TrialRunner(data.value(), workload.value(), executor, limit, attendant);
    return new WatchedTrials(runner, executor, limit).run(leg, checkpoint, costToBeat);
  }

  /** Executor and host, for example {@code 0@worker-3}; {@code driver@...} in local mode. */
  private static String executor() {
    var place = SparkEnv.get().blockManager().blockManagerId();
    return place.executorId() + "@" + place.host();
  }
}
