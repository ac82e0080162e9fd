package sweep4j.worker.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.DataSource;
import sweep4j.worker.data.SourceOpener.Child;

/** Reads a folder that has a folder of images for each class: classes in order, files by name. */
final class ImageFolderReader {
  private final DataSource.Images source;
  private final SourceOpener opener;
  private final @Nullable RawData like;

  private ImageFolderReader(DataSource.Images source, SourceOpener opener, @Nullable RawData like) {
    this.source = source;
    this.opener = opener;
    this.like = like;
  }

  /**
   * Reads {@code source}.
   *
   * @param like the training data if this is a split in a folder of its own, else null
   */
  static RawData read(DataSource.Images source, SourceOpener opener, @Nullable RawData like)
      throws DataException {
    return new ImageFolderReader(source, opener, like).read();
  }

  private RawData read() throws DataException {
    Map<String, String> folders = classFolders();
    List<String> classNames = like == null ? ordered(folders) : like.classNames();
    var files = new ArrayList<String>();
    var ids = new Growing.Ints();
    for (int id = 0; id < classNames.size(); id++) {
      String folder = folders.get(classNames.get(id));
      if (folder != null) {
        for (String file : DataFiles.of(List.of(folder), opener)) {
          files.add(file);
          ids.add(id);
        }
      }
    }
    var images =
        new ImageStack(files.size(), source.size(), like == null ? null : like.imageShape());
    for (String file : files) {
      images.add(file, ImageFile.read(file, source.size(), opener));
    }
    ImageShape shape = images.shape();
    return new RawData(
        source.folder(),
        PixelNames.of(shape),
        classNames,
        shape,
        new Examples(images.features(), Labels.classes(ids.toArray())));
  }

  /** Where the images of each class lie. */
  private Map<String, String> classFolders() throws DataException {
    List<Child> children = DataFiles.children(source.folder(), opener);
    if (children == null || children.isEmpty()) {
      throw new DataException(
          "%s: %s. Give a folder with a folder of images for each class."
              .formatted(
                  source.folder(),
                  children == null ? "it is no folder" : "nothing lies in this folder"));
    }
    var folders = new LinkedHashMap<String, String>();
    for (Child child : children) {
      if (!child.folder()) {
        throw new DataException(
            "%s: the file %s lies beside the folders of the classes. Move it into one, or away."
                .formatted(source.folder(), Quote.text(child.name())));
      }
      if (like != null && !like.classNames().contains(child.name())) {
        throw new DataException(
            "%s: class %s is not in the training data, whose classes are %s. Rename the folder, or add training examples of it."
                .formatted(
                    source.folder(), Quote.text(child.name()), Quote.list(like.classNames())));
      }
      folders.put(child.name(), child.location());
    }
    return folders;
  }

  private List<String> ordered(Map<String, String> folders) throws DataException {
    return Names.of(List.copyOf(folders.keySet())).sorted(source.folder());
  }
}
