package sweep4j.bench;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Images of MNIST, and the digits they show, as bytes. */
final class LabelledImages implements Serializable {
  static final int PIXELS = 28 * 28;
  static final int DIGITS = 10;

  private static final long serialVersionUID = 1L;
  private static final int HEAD_OF_IMAGES = 16;
  private static final int HEAD_OF_LABELS = 8;

  /** Image after image, each value unsigned. */
  private final byte[] pixels;

  private final byte[] digits;

  private LabelledImages(byte[] pixels, byte[] digits) {
    if (pixels.length != digits.length * PIXELS) {
      throw new IllegalArgumentException(
          "%d labels need %d pixels, but got %d"
              .formatted(digits.length, digits.length * PIXELS, pixels.length));
    }
    this.pixels = pixels;
    this.digits = digits;
  }

  /** Reads {@code images} and {@code labels}, as {@code deploy/bench/hold-out-mnist} makes them. */
  static LabelledImages read(Path folder) throws IOException {
    return new LabelledImages(
        behind(folder.resolve("images"), HEAD_OF_IMAGES),
        behind(folder.resolve("labels"), HEAD_OF_LABELS));
  }

  private static byte[] behind(Path file, int head) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return Arrays.copyOfRange(bytes, head, bytes.length);
  }

  /** Pixels from 0 to 1, and digits one-hot. */
  DataSet toDataSet() {
    float[] features = new float[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      features[i] = (pixels[i] & 0xff) / 255f;
    }
    float[] labels = new float[digits.length * DIGITS];
    for (int i = 0; i < digits.length; i++) {
      labels[i * DIGITS + digits[i]] = 1;
    }
    return new DataSet(
        array(features, digits.length, PIXELS), array(labels, digits.length, DIGITS));
  }

  private static INDArray array(float[] values, long rows, long columns) {
    return Nd4j.create(values, new long[] {rows, columns}, 'c');
  }
}
