package sweep4j.driver.hadoop;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import sweep4j.driver.study.JournalException;
import sweep4j.driver.study.StoredLines;

/**
 * Lines in files with numbers. A run never goes on with a file of another one, which HDFS may still
 * hold open for it, and which no object store lets anybody go on with.
 */
record Segments(HadoopStorage storage, HadoopFolder folder, SegmentNames names)
    implements StoredLines {

  @Override
  public String location() {
    return storage.location(names.pattern());
  }

  @Override
  public List<String> files() throws IOException {
    try {
      return names.inOrder(folder.list(""), storage::location);
    } catch (JournalException e) {
      // An object store lists one thing after another, and some may have become one meanwhile.
      return names.inOrder(folder.list(""), storage::location);
    }
  }

  @Override
  public Addition begin(byte[] lines) throws IOException {
    if (!files().isEmpty()) {
      throw new FileAlreadyExistsException(location());
    }
    storage.replace(names.file(1), lines);
    return new AddedSegments(storage, folder, names, 2);
  }

  @Override
  public Addition resume(long length) throws IOException {
    return new AddedSegments(storage, folder, names, names.highest(folder.list("")) + 1);
  }
}
