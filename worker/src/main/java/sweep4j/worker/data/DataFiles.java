package sweep4j.worker.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.worker.data.SourceOpener.Child;

/** Finds the files behind locations that may be folders. */
final class DataFiles {
  private DataFiles() {}

  /**
   * The files to read, at least one: a location that is a folder stands for the files in it, in the
   * order of their names, whatever order the file system lists them in.
   */
  static List<String> of(List<String> locations, SourceOpener opener) throws DataException {
    var files = new ArrayList<String>();
    for (String location : locations) {
      List<Child> children = children(location, opener);
      if (children == null) {
        files.add(location);
      } else {
        addFiles(location, children, files);
      }
    }
    return files;
  }

  private static void addFiles(String folder, List<Child> children, List<String> files)
      throws DataException {
    for (Child child : children) {
      if (child.folder()) {
        throw new DataException(
            "%s: the folder %s lies in it, but only files are read. Move it away, or list the files or folders to read."
                .formatted(folder, Quote.text(child.name())));
      }
      files.add(child.location());
    }
    if (children.isEmpty()) {
      throw new DataException(
          folder
              + ": no data file lies in this folder (names that begin with . or _ do not count)."
              + " Check the path.");
    }
  }

  /**
   * What lies in a folder, in the order of names and without what is hidden, which is what Spark
   * leaves out too: markers such as {@code _SUCCESS} and checksums. Null if {@code location} is no
   * folder.
   */
  static @Nullable List<Child> children(String location, SourceOpener opener) throws DataException {
    try {
      List<Child> children = opener.list(location);
      return children == null
          ? null
          : children.stream()
              .filter(each -> !each.name().startsWith(".") && !each.name().startsWith("_"))
              .sorted(Comparator.comparing(Child::name))
              .toList();
    } catch (IOException e) {
      throw Sources.failure(location, e);
    }
  }
}
