package sweep4j.worker.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static sweep4j.worker.data.Drawn.colour;
import static sweep4j.worker.data.Drawn.file;
import static sweep4j.worker.data.Drawn.grey;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.trial.DataSource;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ImageSize;
import sweep4j.trial.ParameterValue.Real;

/** Prevents that colours, rows or classes change places on their way into a network. */
class ImageFolderTest {

  private static DataSource.Images folder(@Nullable ImageSize size) {
    return new DataSource.Images("d", size);
  }

  private static InMemory greys() throws IOException {
    return new InMemory()
        .with("d/10/a.png", grey(2, 1, 2, 3, 4))
        .with("d/10/b.png", grey(2, 5, 6, 7, 128))
        .with("d/10/c.png", grey(2, 0, 0, 0, 255))
        .with("d/9/z.png", grey(2, 9, 9, 9, 9))
        .with("d/9/y.png", grey(2, 8, 8, 8, 8))
        .with("d/9/x.png", grey(2, 7, 7, 7, 7))
        .with("d/.DS_Store", "x");
  }

  /** Java's own conversion to RGB makes 128 a 188. */
  @Test
  void greyImagesKeepTheirBytes() throws Exception {
    PreparedData data = Tables.load(folder(null), greys());
    assertThat(data.classNames()).containsExactly("9", "10");
    assertThat(data.imageShape()).isEqualTo(new ImageShape(2, 2, 1));
    assertThat(data.featureNames())
        .containsExactly("pixel_0_0", "pixel_0_1", "pixel_1_0", "pixel_1_1");
    assertThat(Tables.row(data.training(), 0)).containsExactly(7, 7, 7, 7);
    assertThat(Tables.row(data.training(), 4)).containsExactly(5, 6, 7, 128);
    var labels = (Labels.Classes) data.training().examples().labels();
    assertThat(labels.of(2)).isEqualTo(0);
    assertThat(labels.of(3)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_BYTE_INDEXED
      })
  void coloursBecomePlanes(int type) throws Exception {
    // Colours of Java's own palette, so that an indexed image holds them exactly.
    byte[] image = colour(2, type, 0xff0033, 0x00ff66);
    PreparedData data = Tables.load(folder(null), greys2(image));
    assertThat(data.imageShape()).isEqualTo(new ImageShape(1, 2, 3));
    assertThat(data.featureNames()).startsWith("red_0_0", "red_0_1", "green_0_0");
    // The grey images before it became colour.
    assertThat(Tables.row(data.training(), 0)).containsExactly(3, 4, 3, 4, 3, 4);
    assertThat(Tables.row(data.training(), 5)).containsExactly(255, 0, 0, 255, 51, 102);
  }

  private static InMemory greys2(byte[] last) throws IOException {
    return new InMemory()
        .with("d/p/1.png", grey(2, 3, 4))
        .with("d/p/2.png", grey(2, 3, 4))
        .with("d/p/3.png", grey(2, 3, 4))
        .with("d/q/1.png", grey(2, 3, 4))
        .with("d/q/2.png", grey(2, 3, 4))
        .with("d/q/3.png", last);
  }

  @Test
  void readsPalettesOfGreyAndDeepGreyAsGrey() throws Exception {
    var bits = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
    bits.setRGB(1, 0, 0xffffffff);
    var deep = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    deep.getRaster().setPixels(0, 0, 2, 1, new int[] {65535, 128 * 257});
    InMemory files = greys2(file("png", bits)).with("d/p/1.png", file("png", deep));
    PreparedData data = Tables.load(folder(null), files);
    assertThat(data.imageShape()).isEqualTo(new ImageShape(1, 2, 1));
    assertThat(Tables.row(data.training(), 0)).containsExactly(255, 128);
    assertThat(Tables.row(data.training(), 5)).containsExactly(0, 255);
  }

  /** JPEG is lossy; a plain area comes back as it was within a few steps. */
  @Test
  void readsJpeg() throws Exception {
    var image = new BufferedImage(8, 8, BufferedImage.TYPE_3BYTE_BGR);
    for (int i = 0; i < 64; i++) {
      image.setRGB(i % 8, i / 8, 0xff204080);
    }
    ImagePlanes decoded = ImagePlanes.decode(file("jpg", image), null);
    assertThat(decoded.shape()).isEqualTo(new ImageShape(8, 8, 3));
    byte[] values = new byte[192];
    decoded.copy(0, values, 0, 192);
    assertThat(values[0] & 0xff).isBetween(0x1d, 0x23);
    assertThat(values[64] & 0xff).isBetween(0x3d, 0x43);
    assertThat(values[128] & 0xff).isBetween(0x7d, 0x83);
  }

  @Test
  void namesTheOddOne() throws Exception {
    assertProblem(
        greys().with("d/9/y.png", grey(1, 1, 2, 3)),
        "d/9/y.png: it is 3 x 1 pixels (height x width), but d/9/x.png is 2 x 2. Give images of one"
            + " size, or set data.image_size to scale them.");
    assertProblem(
        greys().with("d/9/y.png", "text"),
        "d/9/y.png: it is no image that can be read: it is neither PNG nor JPEG. Convert it to PNG,"
            + " or remove it.");
    assertProblem(
        greys().with("d/labels.csv", "x"),
        "d: the file \"labels.csv\" lies beside the folders of the classes. Move it into one, or"
            + " away.");
    assertProblem(
        greys().with("d/9/sub/a.png", "x"),
        "d/9: the folder \"sub\" lies in it, but only files are read. Move it away, or list the"
            + " files or folders to read.");
    assertProblem(
        new InMemory(),
        "d: it is no folder. Give a folder with a folder of images for each class.");
  }

  private static void assertProblem(InMemory files, String message) {
    assertThatThrownBy(() -> Tables.load(folder(null), files))
        .isInstanceOf(DataException.class)
        .hasMessage(message);
  }

  @Test
  void ownFoldersUseTheClassesOfTheTrainingData() throws Exception {
    var own = new DataSource.Images("v", null);
    InMemory files = greys().with("v/10/a.png", grey(2, 1, 1, 1, 1));
    PreparedData data = Tables.load(folder(null), own, files);
    assertThat(((Labels.Classes) data.validation().examples().labels()).of(0)).isEqualTo(1);
    InMemory more = files.with("v/11/a.png", grey(2, 1, 1, 1, 1));
    assertThatThrownBy(() -> Tables.load(folder(null), own, more))
        .hasMessage(
            "v: class \"11\" is not in the training data, whose classes are \"9\", \"10\". Rename"
                + " the folder, or add training examples of it.");
    InMemory coloured =
        greys().with("v/9/a.png", colour(2, BufferedImage.TYPE_INT_RGB, 1, 2, 3, 4));
    assertThatThrownBy(() -> Tables.load(folder(null), own, coloured))
        .hasMessage(
            "v/9/a.png: it is in colour, but the images to train on are all grey. Convert it to"
                + " grey, or the others to colour.");
  }

  /** By hand: a quarter of the size takes 5, 7, 7, 5, 3 and 1 of 28 parts of six pixels. */
  @Test
  void scalesByATriangle() throws Exception {
    assertThat(resized(new ImageSize(1, 2), 8, 0, 0, 0, 0, 80, 80, 80, 80)).containsExactly(11, 69);
    assertThat(resized(new ImageSize(1, 4), 2, 0, 80)).containsExactly(0, 20, 60, 80);
    assertThat(resized(new ImageSize(1, 1), 2, 10, 20, 30, 40)).containsExactly(25);
    assertThat(resized(new ImageSize(4, 3), 1, 200)).containsOnly(200);
  }

  private static int[] resized(ImageSize size, int width, int... values) throws IOException {
    ImagePlanes image = ImagePlanes.decode(grey(width, values), size);
    assertThat(image.shape()).isEqualTo(new ImageShape(size.height(), size.width(), 1));
    byte[] bytes = new byte[image.shape().pixels()];
    image.copy(0, bytes, 0, bytes.length);
    int[] unsigned = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      unsigned[i] = bytes[i] & 0xff;
    }
    return unsigned;
  }

  /** Channels that move apart would be another image. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void augmentationMovesAllChannelsAlike(int seed) {
    var shape = new ImageShape(5, 6, 3);
    float[] image = new float[shape.pixels()];
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 30; i++) {
      image[i] = random.nextInt(50);
      image[30 + i] = 2 * image[i];
      image[60 + i] = 3 * image[i];
    }
    float[] before = image.clone();
    Augmentation augmentation =
        Augmentation.of(
            new Hyperparameters(
                Map.of(
                    Hyperparameter.AUGMENT_SHIFT, new Real(0.3),
                    Hyperparameter.AUGMENT_ROTATION, new Real(90),
                    Hyperparameter.AUGMENT_ZOOM, new Real(0.3),
                    Hyperparameter.AUGMENT_FLIP, new Real(0.5))),
            shape);
    assertThat(augmentation).isNotNull();
    augmentation.vary(image, 0, random);
    assertThat(image).isNotEqualTo(before);
    for (int i = 0; i < 30; i++) {
      // Bilinear sums of 2x are 2x but for the rounding of a float.
      assertThat(image[30 + i]).isCloseTo(2 * image[i], within(1e-4f));
      assertThat(image[60 + i]).isCloseTo(3 * image[i], within(1e-4f));
    }
  }
}
