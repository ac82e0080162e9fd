package sweep4j.worker.training;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import sweep4j.worker.data.Scaling;

/** A trained network and its scaler as the bytes of Deeplearning4j's own model file. */
final class ModelFile {

  private ModelFile() {}

  static byte[] write(MultiLayerNetwork network, Scaling scaling) {
    var bytes = new ByteArrayOutputStream();
    try {
      ModelSerializer.writeModel(network, bytes, false, scaling.toNormalizer());
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array does not fail", e);
    }
    return bytes.toByteArray();
  }

  static MultiLayerNetwork read(byte[] model) throws IOException {
    return ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(model), false);
  }
}
