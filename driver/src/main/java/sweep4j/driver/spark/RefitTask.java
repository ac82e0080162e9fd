package sweep4j.driver.spark;

import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import sweep4j.trial.RefitOutcome;
import sweep4j.trial.RefitRequest;
import sweep4j.trial.Workload;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.training.Refit;
import sweep4j.worker.training.Trainer;

/** Trains on one slot. */
record RefitTask(DataSupply data, Broadcast<Workload> workload)
    implements Function<RefitRequest, RefitOutcome> {

  @Override
  public RefitOutcome call(RefitRequest request) {
    NativeRuntime.attach(TaskDevice.current());
    return Refit.run(data.data(), workload.value(), request, Trainer.here());
  }
}
