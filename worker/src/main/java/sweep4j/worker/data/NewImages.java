package sweep4j.worker.data;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.ImageInputs;
import sweep4j.trial.ImageSize;

/** Images that a trained network is to answer, in whatever files they are. */
public final class NewImages implements NewExamples {

  private static final String FILE = "file";

  private final Album album;
  private final ImageInputs inputs;
  private final @Nullable ImageSize size;
  private final byte[] plane;
  private int at = -1;

  private NewImages(Album album, ImageInputs inputs) {
    this.album = album;
    this.inputs = inputs;
    this.size = inputs.resized() ? new ImageSize(inputs.height(), inputs.width()) : null;
    this.plane = new byte[inputs.height() * inputs.width()];
  }

  /** Opens a file of IDX, plain or gzip; an image (PNG, JPEG); or a folder of these. */
  public static NewImages open(String location, ImageInputs inputs, SourceOpener opener)
      throws DataException {
    return new NewImages(Album.open(location, opener), inputs);
  }

  @Override
  public boolean next() {
    at++;
    return at < album.count();
  }

  @Override
  public boolean copyInputs(float[] into, int offset) throws DataException {
    ImagePlanes image = album.image(at, size);
    check(image.shape());
    for (int channel = 0; channel < inputs.channels(); channel++) {
      // A grey image among others in colour has three channels that are equal.
      int from = image.shape().channels() == 1 ? 0 : channel * plane.length;
      image.copy(from, plane, 0, plane.length);
      for (int pixel = 0; pixel < plane.length; pixel++) {
        into[offset + channel * plane.length + pixel] = plane[pixel] & 0xff;
      }
    }
    return true;
  }

  private void check(ImageShape image) throws DataException {
    if (image.height() != inputs.height() || image.width() != inputs.width()) {
      throw new DataException(
          "%s: it is %d x %d pixels (height x width), but the network was trained with images of %d x %d. Scale it to that size."
              .formatted(
                  album.place(at), image.height(), image.width(), inputs.height(), inputs.width()));
    }
    if (image.channels() > inputs.channels()) {
      throw new DataException(
          album.place(at)
              + ": it is in colour, but the network was trained with grey images. Convert it to grey.");
    }
  }

  /** An image has a name where it has a file. */
  @Override
  public List<String> kept() {
    return album instanceof Album.Files ? List.of(FILE) : List.of();
  }

  @Override
  public List<String> keptValues() {
    return album instanceof Album.Files files ? List.of(files.name(at)) : List.of();
  }

  @Override
  public int classOf() {
    return -1;
  }

  @Override
  public float target() {
    return Float.NaN;
  }

  @Override
  public List<String> remarks() {
    return List.of();
  }

  @Override
  public void close() {
    // No file is open between two images.
  }
}
