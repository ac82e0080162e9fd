package sweep4j.worker.data;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.ImageSize;

/**
 * A decoded image: one plane of bytes for grey, or three for red, green and blue; transparency is
 * left out.
 */
final class ImagePlanes {
  /** Java knows more, of which one takes nearly any file that begins with two zeros for its own. */
  private static final Set<String> FORMATS = Set.of("png", "jpeg");

  /** A header of a few bytes can claim any number, and decoding allocates them all at once. */
  private static final long MOST_PIXELS = 1L << 26;

  private final ImageShape shape;
  private final byte[] planes;

  private ImagePlanes(ImageShape shape, byte[] planes) {
    this.shape = shape;
    this.planes = planes;
  }

  ImageShape shape() {
    return shape;
  }

  /** Copies {@code length} pixels from the one at {@code from} on, channel after channel. */
  void copy(int from, byte[] into, int offset, int length) {
    System.arraycopy(planes, from, into, offset, length);
  }

  /**
   * Decodes a file, PNG or JPEG.
   *
   * @param size to bring it to; null for its own
   * @throws IOException with a reason as its message if it is no image that can be read
   */
  static ImagePlanes decode(byte[] file, @Nullable ImageSize size) throws IOException {
    // Java's short cut would write a cache file for each image.
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      ImageReader reader = reader(in);
      try {
        reader.setInput(in, true, true);
        checkSize(reader.getHeight(0), reader.getWidth(0));
        return of(reader.read(0)).resized(size);
      } catch (RuntimeException e) {
        throw new IOException("it is damaged (" + e.getMessage() + ")", e);
      } finally {
        reader.dispose();
      }
    }
  }

  /**
   * An image that is decoded already.
   *
   * @param size to bring it to; null for its own
   */
  static ImagePlanes of(ImageShape shape, byte[] planes, @Nullable ImageSize size) {
    return new ImagePlanes(shape, planes).resized(size);
  }

  private static ImageReader reader(ImageInputStream in) throws IOException {
    for (Iterator<ImageReader> each = ImageIO.getImageReaders(in); each.hasNext(); ) {
      ImageReader reader = each.next();
      if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
        return reader;
      }
    }
    throw new IOException("it is neither PNG nor JPEG");
  }

  private static void checkSize(int height, int width) throws IOException {
    if ((long) height * width > MOST_PIXELS) {
      throw new IOException(
          "it says that it is %d x %d pixels (height x width), and %d are the most"
              .formatted(height, width, MOST_PIXELS));
    }
  }

  private static ImagePlanes of(BufferedImage image) {
    int height = image.getHeight();
    int width = image.getWidth();
    boolean grey = isGrey(image.getColorModel());
    var shape = new ImageShape(height, width, grey ? 1 : 3);
    byte[] planes = new byte[shape.pixels()];
    if (grey && !(image.getColorModel() instanceof IndexColorModel)) {
      // Java's conversion to RGB would brighten grey values: it takes them for linear light.
      int most = (1 << image.getColorModel().getComponentSize(0)) - 1;
      int[] samples = image.getRaster().getSamples(0, 0, width, height, 0, (int[]) null);
      for (int i = 0; i < samples.length; i++) {
        planes[i] = (byte) ((samples[i] * 255L + most / 2) / most);
      }
      return new ImagePlanes(shape, planes);
    }
    int[] colours = image.getRGB(0, 0, width, height, null, 0, width);
    for (int channel = 0; channel < shape.channels(); channel++) {
      for (int i = 0; i < colours.length; i++) {
        planes[channel * colours.length + i] = (byte) (colours[i] >> (16 - 8 * channel));
      }
    }
    return new ImagePlanes(shape, planes);
  }

  /** Also where each colour of a palette is grey, as tools write that make grey images smaller. */
  private static boolean isGrey(ColorModel model) {
    if (!(model instanceof IndexColorModel palette)) {
      return model.getNumColorComponents() == 1;
    }
    for (int i = 0; i < palette.getMapSize(); i++) {
      if (palette.getRed(i) != palette.getGreen(i) || palette.getRed(i) != palette.getBlue(i)) {
        return false;
      }
    }
    return true;
  }

  private ImagePlanes resized(@Nullable ImageSize size) {
    if (size == null) {
      return this;
    }
    if (size.height() == shape.height() && size.width() == shape.width()) {
      return this;
    }
    var to = new ImageShape(size.height(), size.width(), shape.channels());
    byte[] resized = new byte[to.pixels()];
    for (int channel = 0; channel < shape.channels(); channel++) {
      Resize.plane(shape, to, planes, resized, channel);
    }
    return new ImagePlanes(to, resized);
  }
}
