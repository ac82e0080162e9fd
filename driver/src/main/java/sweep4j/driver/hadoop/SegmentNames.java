package sweep4j.driver.hadoop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.study.JournalException;

/**
 * Names of files that together are one: {@code journal-000001.jsonl}, {@code journal-000002.jsonl}
 * and so on, and {@code journal-000001-000016.jsonl} for the first sixteen made one.
 *
 * @param stem before the numbers
 * @param extension behind them
 */
record SegmentNames(String stem, String extension) {

  /** Numbers from 1 that a file stands for: one, or several in a row. */
  record Range(int first, int last) {}

  /** The names of the parts of {@code file}. */
  static SegmentNames of(String file) {
    int dot = file.lastIndexOf('.');
    return new SegmentNames(file.substring(0, dot), file.substring(dot));
  }

  String file(Range range) {
    return range.first() == range.last()
        ? "%s-%06d%s".formatted(stem, range.first(), extension)
        : "%s-%06d-%06d%s".formatted(stem, range.first(), range.last(), extension);
  }

  String file(int number) {
    return file(new Range(number, number));
  }

  /** All of them, as messages name them. */
  String pattern() {
    return stem + "-*" + extension;
  }

  /** What {@code file} stands for; null if it is none of these. */
  private @Nullable Range range(String file) {
    Matcher matcher =
        Pattern.compile(
                Pattern.quote(stem) + "-(\\d{6,9})(?:-(\\d{6,9}))?" + Pattern.quote(extension))
            .matcher(file);
    if (!matcher.matches()) {
      return null;
    }
    int first = Integer.parseInt(matcher.group(1));
    String last = matcher.group(2);
    return new Range(first, last == null ? first : Integer.parseInt(last));
  }

  private List<Range> ranges(List<String> files) {
    return files.stream().map(this::range).filter(Objects::nonNull).toList();
  }

  /** The highest number that is taken; 0 if none is. */
  int highest(List<String> files) {
    return ranges(files).stream().mapToInt(Range::last).max().orElse(0);
  }

  /**
   * Those of {@code files} that hold each number once, in the order of the numbers. A file that
   * stands for several goes before those that it was made of, which a kill may have left.
   *
   * @param location how messages name a file
   * @throws JournalException when a number is missing before others
   */
  List<String> inOrder(List<String> files, UnaryOperator<String> location) throws JournalException {
    var inOrder = new ArrayList<String>();
    int next = 1;
    for (Range range :
        ranges(files).stream()
            .sorted(
                Comparator.comparingInt(Range::first)
                    .thenComparing(Range::last, Comparator.reverseOrder()))
            .toList()) {
      if (range.last() < next) {
        continue;
      }
      if (range.first() != next) {
        throw new JournalException(
            "%s is missing, but %s is there: give it back, or start the sweep anew in another folder"
                .formatted(location.apply(file(next)), file(range)));
      }
      inOrder.add(file(range));
      next = range.last() + 1;
    }
    return inOrder;
  }
}
