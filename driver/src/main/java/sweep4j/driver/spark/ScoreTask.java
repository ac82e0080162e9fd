package sweep4j.driver.spark;

import java.io.IOException;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import sweep4j.trial.Score;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.training.Answering;
import sweep4j.worker.training.ModelFile;
import sweep4j.worker.training.Network;

/**
 * Scores one model on a split as trials are scored.
 *
 * @param model bytes of a model file
 */
record ScoreTask(DataSupply data, Broadcast<byte[]> model) implements Function<Split, Score> {

  @Override
  public Score call(Split split) throws IOException {
    PreparedData rows = data.data();
    NativeRuntime.attach(TaskDevice.current());
    NativeRuntime runtime = NativeRuntime.ready();
    try (Network network = ModelFile.read(model.value())) {
      return Answering.score(network, rows, split.of(rows));
    } finally {
      runtime.release();
    }
  }
}
