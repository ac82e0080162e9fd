package sweep4j.worker.data;

import java.io.Serializable;

/**
 * How the columns of an example are the pixels of an image: channel after channel, each row after
 * row from the top, each from the left.
 *
 * @param height rows of pixels, at least 1
 * @param width pixels in a row, at least 1
 * @param channels at least 1; 1 for grey images
 */
public record ImageShape(int height, int width, int channels) implements Serializable {
  public ImageShape {
    if (height < 1 || width < 1 || channels < 1) {
      throw new IllegalArgumentException(
          "an image's sizes must be at least 1, but got %d x %d x %d"
              .formatted(height, width, channels));
    }
  }

  /** Values in an image. */
  public int pixels() {
    return height * width * channels;
  }
}
