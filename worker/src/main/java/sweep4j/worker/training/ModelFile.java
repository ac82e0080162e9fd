package sweep4j.worker.training;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.dataset.api.preprocessor.DataNormalization;
import org.nd4j.linalg.dataset.api.preprocessor.serializer.NormalizerSerializer;
import sweep4j.worker.data.Scaling;

/**
 * A trained network and its scaler as the bytes of Deeplearning4j's own model file, for {@link
 * ModelSerializer} to read. Equal networks give equal bytes.
 */
public final class ModelFile {

  private ModelFile() {}

  /**
   * Writes a network without its updater's state.
   *
   * <p>Deeplearning4j can write a scaler along, but closes the file in the midst of it, and stamps
   * entries with the clock; so its entries are copied, stamped alike, and the scaler put behind.
   */
  static byte[] write(Network network, Scaling scaling) throws IOException {
    var plain = new ByteArrayOutputStream();
    ModelSerializer.writeModel(network.portable(), plain, false);
    var whole = new ByteArrayOutputStream();
    try (var from = new ZipInputStream(new ByteArrayInputStream(plain.toByteArray()));
        var to = new ZipOutputStream(whole)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        put(to, entry.getName(), from.readAllBytes());
      }
      DataNormalization scaler = scaling.toNormalizer();
      if (scaler != null) {
        var bytes = new ByteArrayOutputStream();
        NormalizerSerializer.getDefault().write(scaler, bytes);
        put(to, ModelSerializer.NORMALIZER_BIN, bytes.toByteArray());
      }
    }
    return whole.toByteArray();
  }

  /**
   * The network in {@code model}.
   *
   * @throws IOException when these are not the bytes of a model file
   */
  public static Network read(byte[] model) throws IOException {
    return isGraph(model)
        ? new GraphNetwork(
            ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(model), false), null)
        : ChainNetwork.trained(
            ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(model), false));
  }

  private static boolean isGraph(byte[] model) throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(model))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(ModelSerializer.CONFIGURATION_JSON)) {
          return NeuralNetConfiguration.mapper().readTree(zip.readAllBytes()).has("vertices");
        }
      }
    }
    throw new IOException("not a model file: it has no " + ModelSerializer.CONFIGURATION_JSON);
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
