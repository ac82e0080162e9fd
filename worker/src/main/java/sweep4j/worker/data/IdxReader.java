package sweep4j.worker.data;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.DataSource;
import sweep4j.trial.Task;

/**
 * Reads images and labels in MNIST's IDX format: a magic number, the size of each dimension, then
 * one unsigned byte per value; all numbers are big-endian (Y. LeCun, C. Cortes, C. Burges: "The
 * MNIST database of handwritten digits").
 */
final class IdxReader {
  private static final int IMAGES_MAGIC = 0x00000803;
  private static final int LABELS_MAGIC = 0x00000801;

  /** How much longer an array becomes at a time while a file is read. */
  private static final int GROWTH = 16;

  /** The third byte of the magic number; the fourth is the number of dimensions. */
  private static final Map<Integer, String> ELEMENTS =
      Map.of(
          0x08, "unsigned bytes",
          0x09, "signed bytes",
          0x0b, "short integers",
          0x0c, "integers",
          0x0d, "floats",
          0x0e, "doubles");

  private IdxReader() {}

  /**
   * Reads both files of {@code source}.
   *
   * @param like the training data if this is a split in files of its own, else null
   */
  static RawData read(DataSource.Idx source, Task task, SourceOpener opener, @Nullable RawData like)
      throws DataException {
    Content images = images(source.images(), opener);
    Content labels = content(source.labels(), opener, LABELS_MAGIC, "labels");
    if (images.count() != labels.count()) {
      throw new DataException(
          "%s: it has %s, but %s has %s. Give two files that belong together."
              .formatted(
                  source.images(),
                  Quote.count(images.count(), "image"),
                  source.labels(),
                  Quote.count(labels.count(), "label")));
    }
    ImageShape shape = images.shape();
    List<String> pixels = PixelNames.of(shape);
    if (like != null && !like.featureNames().equals(pixels)) {
      throw new DataException(
          "%s: its images are %d x %d, but the images to train on are not. Give images of one size."
              .formatted(source.images(), shape.height(), shape.width()));
    }
    Features features = Features.ofBytes(images.bytes, pixels.size());
    if (task == Task.REGRESSION) {
      float[] targets = new float[labels.bytes.length];
      for (int i = 0; i < targets.length; i++) {
        targets[i] = labels.bytes[i] & 0xff;
      }
      var examples = new Examples(features, Labels.targets(targets));
      return new RawData(source.labels(), pixels, List.of(), shape, examples);
    }
    int[] classes = new int[labels.bytes.length];
    int largest = 0;
    for (int i = 0; i < classes.length; i++) {
      classes[i] = labels.bytes[i] & 0xff;
      largest = Math.max(largest, classes[i]);
    }
    if (like != null) {
      checkKnown(source, classes, like);
    }
    var names = new ArrayList<String>();
    for (int number = 0; number <= largest; number++) {
      names.add(Integer.toString(number));
    }
    return new RawData(
        source.labels(),
        pixels,
        like == null ? names : like.classNames(),
        shape,
        new Examples(features, Labels.classes(classes)));
  }

  /** Whether a file begins as one of images does. */
  static boolean holdsImages(String location, SourceOpener opener) throws DataException {
    try (var in = new DataInputStream(Sources.open(location, opener))) {
      byte[] start = in.readNBytes(Integer.BYTES);
      return start.length == Integer.BYTES && ByteBuffer.wrap(start).getInt() == IMAGES_MAGIC;
    } catch (IOException e) {
      throw Sources.failure(location, e);
    }
  }

  /** Reads images alone. */
  static Content images(String location, SourceOpener opener) throws DataException {
    return content(location, opener, IMAGES_MAGIC, "images");
  }

  /** Not every number up to the largest needs to be a class of the training data. */
  private static void checkKnown(DataSource.Idx source, int[] classes, RawData like)
      throws DataException {
    var known = new boolean[256];
    var training = (Labels.Classes) like.examples().labels();
    for (int row = 0; row < training.rows(); row++) {
      known[training.of(row)] = true;
    }
    for (int i = 0; i < classes.length; i++) {
      if (!known[classes[i]]) {
        throw new DataException(
            "%s: label %d is %d, a class that the training data lack. Remove its examples, or add training examples of it."
                .formatted(source.labels(), i + 1, classes[i]));
      }
    }
  }

  private static Content content(String location, SourceOpener opener, int magic, String noun)
      throws DataException {
    try (var in = new DataInputStream(Sources.open(location, opener))) {
      int[] header = header(in, location, magic, noun);
      if (header[0] == 0) {
        throw new DataException(
            location + ": it says that it has no " + noun + ". Fetch it again.");
      }
      long bytes = header[0];
      for (int i = 1; i < header.length; i++) {
        bytes = header[i] <= 0 || bytes <= 0 ? -1 : saturatedProduct(bytes, header[i]);
      }
      if (bytes < 0 || bytes > Growing.LONGEST) {
        throw new DataException(
            "%s: its header says %s bytes, which cannot be: each size must be above 0, and all together at most %d bytes. The file is damaged, or too large."
                .formatted(location, product(header), Growing.LONGEST));
      }
      if (bytes / header[0] > NamesByPlace.MOST) {
        throw new DataException(
            "%s: its header says %s bytes, but an image may have %d pixels at most. Scale the images down."
                .formatted(location, product(header), NamesByPlace.MOST));
      }
      byte[] content = read(in, (int) bytes);
      if (content.length < bytes) {
        throw new DataException(
            "%s: it is cut short: the header says %s bytes, but only %d follow it. Fetch or copy it again."
                .formatted(location, product(header), content.length));
      }
      if (in.read() != -1) {
        throw new DataException(
            "%s: more bytes follow the %s that the header says. Fetch or copy it again."
                .formatted(location, product(header)));
      }
      return new Content(header, content);
    } catch (IOException e) {
      throw Sources.failure(location, e);
    }
  }

  /**
   * The next {@code bytes} of {@code in}, or as many as there are. The array grows as they arrive,
   * sixteenfold and to no more than is wanted: a header that lies cannot claim memory, and one that
   * does not costs a sixteenth more than its values, where two copies of them would be needed to
   * collect them first.
   */
  static byte[] read(InputStream in, int bytes) throws IOException {
    byte[] content = new byte[bytes / (GROWTH * GROWTH) + 1];
    int filled = 0;
    while (true) {
      filled += in.readNBytes(content, filled, content.length - filled);
      if (filled < content.length) {
        return Arrays.copyOf(content, filled);
      }
      if (filled == bytes) {
        return content;
      }
      // As the first array is one more than a share, this reaches the end in two steps.
      content = Arrays.copyOf(content, (int) Math.min(bytes, (long) GROWTH * filled));
    }
  }

  /** The sizes of the dimensions, the number of items first. */
  private static int[] header(DataInputStream in, String location, int magic, String noun)
      throws DataException, IOException {
    byte[] start = in.readNBytes(4);
    if (start.length == 0) {
      throw new DataException(location + ": the file is empty. Fetch or copy it again.");
    }
    int found = 0;
    for (byte b : start) {
      found = found << 8 | (b & 0xff);
    }
    if (start.length < 4 || found != magic) {
      throw new DataException(
          "%s: it is not an IDX file of %s: it should begin with %s, but begins with %s."
              .formatted(location, noun, describe(magic), describe(found)));
    }
    int[] sizes = new int[magic & 0xff];
    for (int i = 0; i < sizes.length; i++) {
      byte[] size = in.readNBytes(4);
      if (size.length < 4) {
        throw new DataException(
            location + ": it is cut short within its header. Fetch or copy it again.");
      }
      sizes[i] = ByteBuffer.wrap(size).getInt();
    }
    return sizes;
  }

  private static String describe(int magic) {
    String elements = ELEMENTS.get(magic >>> 8);
    int dimensions = magic & 0xff;
    String meaning =
        elements == null || dimensions == 0
            ? "not IDX"
            : "%s in %d dimension%s".formatted(elements, dimensions, dimensions == 1 ? "" : "s");
    return "%d (%s)".formatted(Integer.toUnsignedLong(magic), meaning);
  }

  private static long saturatedProduct(long a, long b) {
    return a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
  }

  /** "60000 x 28 x 28", each as the unsigned number it is in the file. */
  private static String product(int[] sizes) {
    var text = new StringBuilder();
    for (int size : sizes) {
      text.append(text.isEmpty() ? "" : " x ").append(Integer.toUnsignedLong(size));
    }
    return text.toString();
  }

  /** The values of one file, and how they are laid out. */
  static final class Content {
    private final int[] sizes;
    private final byte[] bytes;

    Content(int[] sizes, byte[] bytes) {
      this.sizes = sizes;
      this.bytes = bytes;
    }

    int count() {
      return sizes[0];
    }

    /** What each image is. */
    ImageShape shape() {
      return new ImageShape(sizes[1], sizes[2], 1);
    }

    /** The pixels of one image. */
    byte[] image(int image) {
      int pixels = shape().pixels();
      return Arrays.copyOfRange(bytes, image * pixels, (image + 1) * pixels);
    }
  }
}
