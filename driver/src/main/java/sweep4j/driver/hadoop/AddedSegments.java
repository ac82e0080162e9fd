package sweep4j.driver.hadoop;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.StreamCapabilities;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.study.Storage;
import sweep4j.driver.study.StoredLines;

/**
 * Adds to lines in files with numbers: to one that stays open, where what has been written can be
 * brought to the disks before the file is closed; elsewhere in a new file each time.
 */
final class AddedSegments implements StoredLines.Addition {

  private final HadoopStorage storage;
  private final HadoopFolder folder;
  private final SegmentNames names;
  private final Rolling rolling;

  /** The number of the file that is open, or of the next one. */
  private int number;

  private @Nullable FSDataOutputStream open;

  AddedSegments(HadoopStorage storage, HadoopFolder folder, SegmentNames names, int number) {
    this.storage = storage;
    this.folder = folder;
    this.names = names;
    this.number = number;
    this.rolling = new Rolling(storage, names);
  }

  @Override
  public void append(byte[] lines) throws IOException {
    storage.check();
    String file = names.file(number);
    if (open != null && !folder.exists(file)) {
      throw StoredLines.gone(storage.location(file));
    }
    try {
      append(file, lines);
    } catch (IOException e) {
      throw Storage.unwritable(storage.location(file), e);
    }
    if (open == null) {
      rolling.added(number);
      number++;
    }
  }

  private void append(String file, byte[] lines) throws IOException {
    FSDataOutputStream out = open == null ? folder.create(file) : open;
    if (out.hasCapability(StreamCapabilities.HSYNC)) {
      open = out;
      folder.run(
          () -> {
            out.write(lines);
            out.hsync();
          });
    } else {
      folder.run(
          () -> {
            try (out) {
              out.write(lines);
            }
          });
    }
  }

  @Override
  public void close() throws IOException {
    FSDataOutputStream out = open;
    if (out != null) {
      folder.run(out::close);
    }
  }
}
