package sweep4j.driver.spark;

import java.time.Duration;
import java.util.function.Consumer;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.EpochScore;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.Workload;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.device.DevicePool;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.training.Attendant;
import sweep4j.worker.training.TrialRunner;
import sweep4j.worker.training.WatchedTrials;

/**
 * Trains, and hands a trial back when its executor is about to go away.
 *
 * @param data shared by all trials of a process
 * @param workload sent once to each executor
 * @param limit how long a trial may train; null for no limit
 */
record Training(DataSupply data, Broadcast<Workload> workload, @Nullable Duration limit)
    implements LegWork {

  @Override
  public TrialOutcome run(
      Leg leg, byte @Nullable [] checkpoint, double costToBeat, Consumer<EpochScore> progress) {
    // Before the trial's time begins: to wait for them is no part of it.
    PreparedData here = data.data();
    String executor = ThisExecutor.name();
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
    var runner = new TrialRunner(here, workload.value(), executor, limit, attendant);
    try (DevicePool.Lease lease = LocalGpus.lease()) {
      NativeRuntime.attach(lease.device());
      return new WatchedTrials(runner, executor, limit).run(leg, checkpoint, costToBeat);
    }
  }
}
