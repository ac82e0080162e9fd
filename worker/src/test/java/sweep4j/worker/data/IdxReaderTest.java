package sweep4j.worker.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;

class IdxReaderTest {
  private static final byte[] PIXELS = pixels(6 * 2 * 3);
  private static final byte[] IMAGES = InMemory.images(6, 2, 3, PIXELS);
  private static final byte[] LABELS = InMemory.labels(bytes(3, 1, 3, 1, 3, 1));

  private static byte[] pixels(int count) {
    byte[] pixels = new byte[count];
    for (int i = 0; i < count; i++) {
      pixels[i] = (byte) (i * 7);
    }
    return pixels;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static PreparedData load(byte[] images, byte[] labels) throws DataException {
    var files = new InMemory().with("images", images).with("labels", labels);
    return DataLoader.load(InMemory.idx(Task.CLASSIFICATION, 0.2, 0.2, Scale.MIN_MAX), 1, files);
  }

  @Test
  void readsPixelsAsUnsignedBytesInOrder() throws Exception {
    PreparedData data = load(IMAGES, LABELS);
    assertThat(data.featureNames())
        .containsExactly(
            "pixel_0_0", "pixel_0_1", "pixel_0_2", "pixel_1_0", "pixel_1_1", "pixel_1_2");
    // Numbers below the largest are classes too, so that class and label number agree.
    assertThat(data.classNames()).containsExactly("0", "1", "2", "3");
    float[] row = new float[8];
    data.training().examples().features().copyRow(5, row, 1);
    assertThat(row).containsExactly(0, 210, 217, 224, 231, 238, 245, 0);
    Labels labels = data.training().examples().labels();
    assertThat(((Labels.Classes) labels).of(0)).isEqualTo(3);
    assertThat(((Labels.Classes) labels).of(5)).isEqualTo(1);
  }

  /** Servers and tools rename files: what is inside decides, not a name's ending. */
  @Test
  void packedEqualsPlain() throws Exception {
    PreparedData plain = load(IMAGES, LABELS);
    PreparedData packed = load(InMemory.gzip(IMAGES), InMemory.gzip(LABELS));
    assertThat(packed.contentHash()).isEqualTo(plain.contentHash());
    assertThat(packed.training().rows()).isEqualTo(plain.training().rows());
    assertThat(packed.scaling()).isEqualTo(plain.scaling());
  }

  static Stream<Arguments> files() {
    byte[] long3 = Arrays.copyOf(IMAGES, IMAGES.length + 1);
    byte[] short3 = Arrays.copyOf(IMAGES, IMAGES.length - 5);
    return Stream.of(
        arguments(
            LABELS,
            LABELS,
            "images: it is not an IDX file of images: it should begin with 2051 (unsigned bytes in"
                + " 3 dimensions), but begins with 2049 (unsigned bytes in 1 dimension)."),
        arguments(
            IMAGES,
            InMemory.idxFile(0x0d01, new int[] {1}, new byte[4]),
            "labels: it is not an IDX file of labels: it should begin with 2049 (unsigned bytes in"
                + " 1 dimension), but begins with 3329 (floats in 1 dimension)."),
        arguments(
            "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8),
            LABELS,
            "images: it is not an IDX file of images: it should begin with 2051 (unsigned bytes in"
                + " 3 dimensions), but begins with 1630298634 (not IDX)."),
        arguments(new byte[0], LABELS, "images: the file is empty. Fetch or copy it again."),
        arguments(
            Arrays.copyOf(IMAGES, 14),
            LABELS,
            "images: it is cut short within its header. Fetch or copy it again."),
        arguments(
            short3,
            LABELS,
            "images: it is cut short: the header says 6 x 2 x 3 bytes, but only 31 follow it. Fetch"
                + " or copy it again."),
        arguments(
            long3,
            LABELS,
            "images: more bytes follow the 6 x 2 x 3 that the header says. Fetch or copy it"
                + " again."),
        arguments(
            IMAGES,
            InMemory.labels(bytes(1, 2)),
            "images: it has 6 images, but labels has 2 labels. Give two files that belong"
                + " together."),
        arguments(
            InMemory.images(0, 2, 3, new byte[0]),
            LABELS,
            "images: it says that it has no images. Fetch it again."),
        arguments(
            InMemory.images(6, 0, 3, new byte[0]),
            LABELS,
            "images: its header says 6 x 0 x 3 bytes, which cannot be: each size must be above 0,"
                + " and all together at most 2147483631 bytes. The file is damaged, or too"
                + " large."),
        // 2^30 * 2^30 * 2^4 is 0 in 64 bits and would pass as empty; sizes are unsigned.
        arguments(
            InMemory.images(-1, -1, 3, new byte[0]),
            LABELS,
            "images: its header says 4294967295 x 4294967295 x 3 bytes, which cannot be: each size"
                + " must be above 0, and all together at most 2147483631 bytes. The file is"
                + " damaged, or too large."),
        arguments(
            InMemory.images(0x40000000, 0x40000000, 0x10, new byte[0]),
            LABELS,
            "images: its header says 1073741824 x 1073741824 x 16 bytes, which cannot be: each size"
                + " must be above 0, and all together at most 2147483631 bytes. The file is"
                + " damaged, or too large."),
        arguments(
            Arrays.copyOf(InMemory.gzip(IMAGES), 20),
            LABELS,
            "images: its compressed data end too early. Fetch or copy it again."),
        arguments(
            IMAGES,
            InMemory.labels(bytes(4, 4, 4, 4, 4, 4)),
            "labels: every label is \"4\". Classification needs at least two classes; check that"
                + " this is the label."));
  }

  @ParameterizedTest
  @MethodSource("files")
  void refusesFiles(byte[] images, byte[] labels, String message) {
    assertThatThrownBy(() -> load(images, labels))
        .isInstanceOf(DataException.class)
        .hasMessage(message);
  }

  /** A label that training never shows cannot be learnt, and would count as a mistake for ever. */
  @Test
  void refusesClassThatTrainingLacks() {
    assertThatThrownBy(() -> loadOwn(InMemory.images(2, 2, 3, pixels(12)), bytes(3, 2)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "own labels: label 2 is 2, a class that the training data lack. Remove its examples, or"
                + " add training examples of it.");
    assertThatThrownBy(() -> loadOwn(InMemory.images(2, 2, 3, pixels(12)), bytes(9, 3)))
        .hasMessageStartingWith("own labels: label 1 is 9, a class that the training data lack.");
  }

  @Test
  void refusesImagesOfAnotherSizeWithEquallyManyPixels() {
    assertThatThrownBy(() -> loadOwn(InMemory.images(2, 3, 2, pixels(12)), bytes(3, 1)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "own images: its images are 3 x 2, but the images to train on are not. Give images of"
                + " one size.");
  }

  private static PreparedData loadOwn(byte[] images, byte[] labels) throws DataException {
    var files =
        new InMemory()
            .with("images", IMAGES)
            .with("labels", LABELS)
            .with("own images", images)
            .with("own labels", InMemory.labels(labels));
    var settings =
        new DataSettings(
            new DataSource.Idx("images", "labels"),
            Task.CLASSIFICATION,
            new HeldOut.Share(0.2),
            new HeldOut.Own(new DataSource.Idx("own images", "own labels")),
            Scale.NONE);
    return DataLoader.load(settings, 1, files);
  }

  @Test
  void takesOwnFilesWhole() throws Exception {
    PreparedData data = loadOwn(InMemory.images(2, 2, 3, pixels(12)), bytes(3, 1));
    assertThat(data.test().rows()).containsExactly(0, 1);
    assertThat(data.training().size() + data.validation().size()).isEqualTo(6);
    assertThat(data.classNames()).containsExactly("0", "1", "2", "3");
  }

  /** Bytes that are read in pieces could be lost or repeated where one array follows another. */
  @ParameterizedTest
  @ValueSource(ints = {1, 15, 16, 255, 256, 257, 4095, 4096, 4097, 100_000})
  void everyByteIsReadOnce(int length) throws Exception {
    byte[] all = new byte[length + 1];
    new Random(length).nextBytes(all);

    assertThat(IdxReader.read(new ByteArrayInputStream(all), length))
        .isEqualTo(Arrays.copyOf(all, length));
    assertThat(IdxReader.read(new ByteArrayInputStream(all, 0, length), length + 1))
        .as("cut short")
        .isEqualTo(Arrays.copyOf(all, length));
  }
}
