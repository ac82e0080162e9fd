package sweep4j.worker.training;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.util.ModelSerializer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.dataset.api.preprocessor.DataNormalization;
import org.nd4j.linalg.dataset.api.preprocessor.serializer.NormalizerSerializer;
import org.nd4j.linalg.dataset.api.preprocessor.serializer.NormalizerType;
import sweep4j.worker.data.Scaling;
import sweep4j.worker.model.DescriptionScan;
import sweep4j.worker.model.NetworkClasses;

/**
 * A trained network and its scaler as the bytes of Deeplearning4j's own model file, for {@link
 * ModelSerializer} to read. Equal networks give equal bytes.
 */
public final class ModelFile {

  /**
   * What a network is made of. Deeplearning4j would also read an entry {@code preprocessor.bin}, by
   * Java's deserialization, which makes objects of whatever classes the file names
   * (deeplearning4j/deeplearning4j issue 10428).
   */
  private static final Set<String> NETWORK =
      Set.of(
          ModelSerializer.CONFIGURATION_JSON,
          ModelSerializer.COEFFICIENTS_BIN,
          ModelSerializer.NO_PARAMS_MARKER);

  private static final List<String> SCALERS =
      List.of(NormalizerType.STANDARDIZE.name(), NormalizerType.MIN_MAX.name());

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
   * The network in {@code model}, and nothing else: of a file that somebody has changed, no code
   * runs but that of networks.
   *
   * @throws IOException when these are not the bytes of a model file, or it names classes that are
   *     no part of a network
   */
  public static Network read(byte[] model) throws IOException {
    Map<String, byte[]> entries = entries(model, NETWORK);
    byte[] json = entries.get(ModelSerializer.CONFIGURATION_JSON);
    if (json == null) {
      throw new IOException("not a model file: it has no " + ModelSerializer.CONFIGURATION_JSON);
    }
    String configuration = new String(json, StandardCharsets.UTF_8);
    try {
      DescriptionScan.check(configuration, NetworkClasses::isOne);
    } catch (IllegalArgumentException e) {
      throw new IOException("the model file cannot be read: " + e.getMessage(), e);
    }
    var alone = new ByteArrayInputStream(zip(entries));
    return NeuralNetConfiguration.mapper().readTree(configuration).has("vertices")
        ? new GraphNetwork(ModelSerializer.restoreComputationGraph(alone, false), null)
        : ChainNetwork.trained(ModelSerializer.restoreMultiLayerNetwork(alone, false));
  }

  /**
   * The scaler in {@code model}, a new object in ND4J's memory; null if it has none. Only of the
   * kinds that {@link #write} writes, which are arrays of numbers: ND4J would also load whatever
   * class a file names as its reader.
   *
   * @throws IOException when it is of another kind, or damaged
   */
  static @Nullable DataNormalization scaler(byte[] model) throws IOException {
    byte[] scaler =
        entries(model, Set.of(ModelSerializer.NORMALIZER_BIN)).get(ModelSerializer.NORMALIZER_BIN);
    if (scaler == null) {
      return null;
    }
    try (var header = new DataInputStream(new ByteArrayInputStream(scaler))) {
      String magic = header.readUTF();
      int version = header.readInt();
      String type = header.readUTF();
      if (!magic.equals("NORMALIZER") || version != 1 || !SCALERS.contains(type)) {
        throw new IOException(
            "the model file's scaler must be one of %s, but is '%s'".formatted(SCALERS, type));
      }
    }
    try {
      return NormalizerSerializer.getDefault().restore(new ByteArrayInputStream(scaler));
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the model file's scaler cannot be read: " + e.getMessage(), e);
    }
  }

  private static Map<String, byte[]> entries(byte[] model, Set<String> names) throws IOException {
    var entries = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(model))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (names.contains(entry.getName())) {
          entries.put(entry.getName(), zip.readAllBytes());
        }
      }
    }
    return entries;
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      // It is read again at once.
      zip.setLevel(Deflater.NO_COMPRESSION);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        put(zip, entry.getKey(), entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
