package sweep4j.worker.training;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import sweep4j.trial.GradientNorms;
import sweep4j.trial.Score;

/**
 * A trial that stands still: everything that its further training depends on and that does not
 * follow from the request.
 *
 * <p>As bytes: the four letters {@code S4JC}, a version, the fields in the order in which they are
 * declared, each list and array behind its length, and the CRC-32 of all before it. Numbers are big
 * endian. Nothing in them names a class.
 *
 * @param epoch how many epochs are over, at least 1
 * @param iteration how many mini-batches are over
 * @param seconds wall time spent so far
 * @param watch of early stopping
 * @param best scores on the validation split at the best epoch
 * @param curve the metric after each epoch
 * @param gradientNorms after each epoch; empty where the sweep does not ask for them
 * @param weights of the network
 * @param updaterState moments and the like
 * @param bestWeights of the best epoch
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copies of weights would be waste
record Checkpoint(
    int epoch,
    int iteration,
    double seconds,
    EarlyStoppingWatch.State watch,
    Score best,
    List<Double> curve,
    GradientNorms gradientNorms,
    float[] weights,
    UpdaterState updaterState,
    float[] bestWeights) {

  private static final int MAGIC = 0x53344a43;
  private static final int VERSION = 3;

  byte[] toBytes() throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    out.writeInt(epoch);
    out.writeInt(iteration);
    out.writeDouble(seconds);
    out.writeDouble(watch.bestCost());
    out.writeDouble(watch.costToBeat());
    out.writeInt(watch.bestEpoch());
    out.writeInt(watch.waited());
    out.writeDouble(best.loss());
    out.writeDouble(best.quality());
    out.writeInt(curve.size());
    for (double value : curve) {
      out.writeDouble(value);
    }
    write(out, gradientNorms);
    write(out, weights);
    out.writeBoolean(updaterState.quick());
    write(out, updaterState.values());
    write(out, bestWeights);
    out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
    return bytes.toByteArray();
  }

  /**
   * Reads a checkpoint back.
   *
   * @throws IOException when these are not the bytes of one, whole
   */
  static Checkpoint fromBytes(byte[] bytes) throws IOException {
    int content = bytes.length - Long.BYTES;
    if (content < 0 || ByteBuffer.wrap(bytes).getLong(content) != checksum(bytes, content)) {
      throw new IOException("the checkpoint is damaged: its checksum does not fit");
    }
    var in = new DataInputStream(new ByteArrayInputStream(bytes, 0, content));
    if (in.readInt() != MAGIC || in.readInt() != VERSION) {
      throw new IOException("this is no checkpoint of version " + VERSION);
    }
    int epoch = in.readInt();
    int iteration = in.readInt();
    double seconds = in.readDouble();
    var watch =
        new EarlyStoppingWatch.State(in.readDouble(), in.readDouble(), in.readInt(), in.readInt());
    var best = new Score(in.readDouble(), in.readDouble());
    var curve = new ArrayList<Double>();
    for (int left = in.readInt(); left > 0; left--) {
      curve.add(in.readDouble());
    }
    return new Checkpoint(
        epoch,
        iteration,
        seconds,
        watch,
        best,
        List.copyOf(curve),
        norms(in),
        floats(in),
        new UpdaterState(in.readBoolean(), floats(in)),
        floats(in));
  }

  private static void write(DataOutputStream out, GradientNorms norms) throws IOException {
    out.writeInt(norms.layers().size());
    for (String layer : norms.layers()) {
      out.writeUTF(layer);
    }
    out.writeInt(norms.epochs().size());
    for (List<Double> epoch : norms.epochs()) {
      for (double norm : epoch) {
        out.writeDouble(norm);
      }
    }
  }

  private static GradientNorms norms(DataInputStream in) throws IOException {
    var layers = new ArrayList<String>();
    for (int layer = in.readInt(); layer > 0; layer--) {
      layers.add(in.readUTF());
    }
    var epochs = new ArrayList<List<Double>>();
    for (int epoch = in.readInt(); epoch > 0; epoch--) {
      var norms = new ArrayList<Double>();
      for (int layer = 0; layer < layers.size(); layer++) {
        norms.add(in.readDouble());
      }
      epochs.add(norms);
    }
    return new GradientNorms(layers, epochs);
  }

  private static void write(DataOutputStream out, float[] values) throws IOException {
    out.writeInt(values.length);
    ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
    buffer.asFloatBuffer().put(values);
    out.write(buffer.array());
  }

  private static float[] floats(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = in.readNBytes(Math.multiplyExact(length, Float.BYTES));
    var values = new float[length];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }

  private static long checksum(byte[] bytes, int length) {
    var crc = new CRC32();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }
}
