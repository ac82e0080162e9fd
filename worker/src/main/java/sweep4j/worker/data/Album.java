package sweep4j.worker.data;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.ImageSize;

/** Images without labels, each decoded when it is asked for. */
sealed interface Album {

  /** How many there are; at least 1. */
  int count();

  /** Which one it is, for messages. */
  String place(int image);

  /**
   * Decodes one.
   *
   * @param size to bring it to; null for its own
   */
  ImagePlanes image(int image, @Nullable ImageSize size) throws DataException;

  /**
   * Opens a file of IDX, plain or gzip; an image; or a folder of images, which come in the order of
   * their names.
   */
  static Album open(String location, SourceOpener opener) throws DataException {
    if (DataFiles.children(location, opener) == null && IdxReader.holdsImages(location, opener)) {
      return new Idx(location, IdxReader.images(location, opener));
    }
    return new Files(DataFiles.of(List.of(location), opener), opener);
  }

  /** A file of IDX. */
  record Idx(String location, IdxReader.Content content) implements Album {

    @Override
    public int count() {
      return content.count();
    }

    @Override
    public String place(int image) {
      return "%s, image %d".formatted(location, image + 1);
    }

    @Override
    public ImagePlanes image(int image, @Nullable ImageSize size) {
      return ImagePlanes.of(content.shape(), content.image(image), size);
    }
  }

  /** Files of one image each. */
  record Files(List<String> files, SourceOpener opener) implements Album {

    @Override
    public int count() {
      return files.size();
    }

    @Override
    public String place(int image) {
      return files.get(image);
    }

    /** The file without its folder. */
    String name(int image) {
      String file = files.get(image);
      return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    @Override
    public ImagePlanes image(int image, @Nullable ImageSize size) throws DataException {
      return ImageFile.read(files.get(image), size, opener);
    }
  }
}
