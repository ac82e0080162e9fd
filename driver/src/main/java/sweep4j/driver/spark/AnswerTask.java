package sweep4j.driver.spark;

import java.io.IOException;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.training.Answering;
import sweep4j.worker.training.ModelFile;
import sweep4j.worker.training.Network;

/**
 * Answers every row of a split with one model, on one slot: in parts, the numbers could depend on
 * how many slots there are.
 *
 * @param model bytes of a model file
 */
record AnswerTask(DataSupply data, Broadcast<byte[]> model) implements Function<Split, float[]> {

  @Override
  public float[] call(Split split) throws IOException {
    PreparedData rows = data.data();
    NativeRuntime.attach(TaskDevice.current());
    NativeRuntime runtime = NativeRuntime.ready();
    try (Network network = ModelFile.read(model.value())) {
      return Answering.logits(network, rows, split.of(rows));
    } finally {
      runtime.release();
    }
  }
}
