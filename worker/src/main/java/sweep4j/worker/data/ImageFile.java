package sweep4j.worker.data;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.ImageSize;

/** An image in a file of its own, PNG or JPEG. */
final class ImageFile {
  /** Far above any image to learn from, far below what a packed file could fill the memory with. */
  private static final int MOST_BYTES = 1 << 28;

  private ImageFile() {}

  /**
   * Reads it.
   *
   * @param size to bring it to; null for its own
   */
  static ImagePlanes read(String file, @Nullable ImageSize size, SourceOpener opener)
      throws DataException {
    byte[] content;
    try (InputStream in = Sources.open(file, opener)) {
      content = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw Sources.failure(file, e);
    }
    if (content.length > MOST_BYTES) {
      throw new DataException(
          "%s: it has more than %d bytes. Scale the image down, or remove it."
              .formatted(file, MOST_BYTES));
    }
    try {
      return ImagePlanes.decode(content, size);
    } catch (IOException e) {
      throw new DataException(
          "%s: it is no image that can be read: %s. Convert it to PNG, or remove it."
              .formatted(file, String.valueOf(e.getMessage()).replaceFirst("[.!]+$", "")),
          e);
    }
  }
}
