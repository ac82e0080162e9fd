package sweep4j.trial;

import java.io.Serializable;

/**
 * The size of an image in pixels.
 *
 * @param height from 1 to 4096
 * @param width from 1 to 4096
 */
public record ImageSize(int height, int width) implements Serializable {
  /** The most that height and width may be. */
  public static final int MOST = 4096;

  public ImageSize {
    if (height < 1 || width < 1 || height > MOST || width > MOST) {
      throw new IllegalArgumentException(
          "height and width must be from 1 to %d, but got %d and %d"
              .formatted(MOST, height, width));
    }
  }
}
