package sweep4j.driver.hadoop;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sweep4j.driver.hadoop.SegmentNames.Range;

/**
 * Makes one file of every {@value #MANY} in a row, and again one of as many of these, so that a
 * long run has few. The large one is there as a whole before the small ones go: at each moment the
 * files hold every line, and {@link SegmentNames#inOrder} takes each once.
 *
 * <p>Only files of this process are touched. Their lines are whole, and stay so when put together.
 */
final class Rolling {

  static final int MANY = 16;

  /** Files of 4096 are made no larger, as each is put together in memory. */
  private static final int MOST_LEVELS = 3;

  private final HadoopStorage storage;
  private final SegmentNames names;

  /** By level: 0 for what was added, one more for each time that it was put together. */
  private final List<List<Range>> levels = new ArrayList<>();

  Rolling(HadoopStorage storage, SegmentNames names) {
    this.storage = storage;
    this.names = names;
    for (int level = 0; level <= MOST_LEVELS; level++) {
      levels.add(new ArrayList<>());
    }
  }

  /** The file of {@code number} is there, and will not change. */
  void added(int number) throws IOException {
    levels.get(0).add(new Range(number, number));
    for (int level = 0; level < MOST_LEVELS && levels.get(level).size() == MANY; level++) {
      levels.get(level + 1).add(putTogether(levels.get(level)));
      levels.get(level).clear();
    }
  }

  private Range putTogether(List<Range> parts) throws IOException {
    var content = new ByteArrayOutputStream();
    for (Range part : parts) {
      content.writeBytes(storage.read(names.file(part)));
    }
    var whole = new Range(parts.get(0).first(), parts.get(parts.size() - 1).last());
    storage.replace(names.file(whole), content.toByteArray());
    for (Range part : parts) {
      storage.delete(names.file(part));
    }
    return whole;
  }
}
