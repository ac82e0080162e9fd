package sweep4j.worker.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.ImageSize;

/**
 * Images of one size, one after the other. One of them in colour makes all of them so: a grey one
 * then has three equal channels.
 */
final class ImageStack {
  private final int count;
  private final @Nullable ImageSize size;
  private final @Nullable ImageShape like;
  private @Nullable ImageShape shape;
  private String first = "";
  private byte[] pixels = new byte[0];
  private int added;

  /**
   * Room for {@code count} images.
   *
   * @param size that they were asked to have; null for any one size
   * @param like what the images to train on are; null if these are they
   */
  ImageStack(int count, @Nullable ImageSize size, @Nullable ImageShape like) {
    this.count = count;
    this.size = size;
    this.like = like;
  }

  void add(String file, ImagePlanes image) throws DataException {
    if (shape == null) {
      shape = like == null ? image.shape() : like;
      first = like == null ? file + " is" : "the images to train on are";
      pixels = allocate(file, shape);
    }
    ImageShape own = image.shape();
    if (own.height() != shape.height() || own.width() != shape.width()) {
      throw new DataException(
          "%s: it is %d x %d pixels (height x width), but %s %d x %d. Give images of one size%s."
              .formatted(
                  file,
                  own.height(),
                  own.width(),
                  first,
                  shape.height(),
                  shape.width(),
                  size == null ? ", or set data.image_size to scale them" : ""));
    }
    if (own.channels() > shape.channels()) {
      if (like != null) {
        throw new DataException(
            file
                + ": it is in colour, but the images to train on are all grey. Convert it to grey,"
                + " or the others to colour.");
      }
      recolour(file, own);
    }
    int plane = shape.height() * shape.width();
    int start = added * shape.pixels();
    for (int channel = 0; channel < shape.channels(); channel++) {
      int from = own.channels() == 1 ? 0 : channel * plane;
      image.copy(from, pixels, start + channel * plane, plane);
    }
    added++;
  }

  private byte[] allocate(String file, ImageShape shape) throws DataException {
    long values = (long) shape.height() * shape.width() * shape.channels();
    if (values > NamesByPlace.MOST) {
      throw new DataException(
          "%s: it is %d x %d pixels (height x width), but %d values are the most that an image may have. Set a smaller data.image_size."
              .formatted(file, shape.height(), shape.width(), NamesByPlace.MOST));
    }
    long bytes = count * values;
    if (bytes > Growing.LONGEST) {
      throw new DataException(
          "%s: %d images of its size have %d bytes, but %d is the most. Use fewer, or set a smaller data.image_size."
              .formatted(file, count, bytes, Growing.LONGEST));
    }
    return new byte[(int) bytes];
  }

  /** Gives the grey images so far the channels of {@code colour}. */
  private void recolour(String file, ImageShape colour) throws DataException {
    byte[] grey = pixels;
    pixels = allocate(file, colour);
    int plane = colour.height() * colour.width();
    for (int i = 0; i < added; i++) {
      for (int channel = 0; channel < colour.channels(); channel++) {
        System.arraycopy(grey, i * plane, pixels, i * colour.pixels() + channel * plane, plane);
      }
    }
    shape = colour;
  }

  /** What all images are. */
  ImageShape shape() {
    if (shape == null) {
      throw new IllegalStateException("there is no image");
    }
    return shape;
  }

  /** All images, as many as there is room for. */
  Features features() {
    int length = added * shape().pixels();
    return Features.ofBytes(
        length == pixels.length ? pixels : Arrays.copyOf(pixels, length), shape().pixels());
  }
}
