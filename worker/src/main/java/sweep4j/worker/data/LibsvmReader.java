package sweep4j.worker.data;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.DataSource;
import sweep4j.trial.Task;

/** Reads {@code label column:value ...} lines. What follows a {@code #} is left out. */
final class LibsvmReader {
  private final DataSource.Libsvm source;
  private final Task task;
  private final SourceOpener opener;
  private final @Nullable RawData like;
  private final Names classNames;

  private final Growing.Ints starts = new Growing.Ints();
  private final Growing.Ints indices = new Growing.Ints();
  private final Growing.Floats values = new Growing.Floats();
  private final Growing.Ints classes = new Growing.Ints();
  private final Growing.Floats targets = new Growing.Floats();
  private int highest;

  private String file = "";
  private long line;

  private LibsvmReader(
      DataSource.Libsvm source, Task task, SourceOpener opener, @Nullable RawData like) {
    this.source = source;
    this.task = task;
    this.opener = opener;
    this.like = like;
    this.classNames = Names.of(like == null ? List.of() : like.classNames());
  }

  /**
   * Reads {@code source}.
   *
   * @param like the training data if this is a split in files of its own, else null
   */
  static RawData read(
      DataSource.Libsvm source, Task task, SourceOpener opener, @Nullable RawData like)
      throws DataException {
    return new LibsvmReader(source, task, opener, like).read();
  }

  private RawData read() throws DataException {
    List<String> files = DataFiles.of(source.locations(), opener);
    for (String each : files) {
      file = each;
      try (var lines = new Lines(Sources.open(each, opener))) {
        while (lines.next()) {
          line = lines.number();
          row(lines.bytes(), lines.start(), lines.end());
        }
      } catch (IOException e) {
        throw Sources.failure(each, e);
      }
    }
    String place = files.get(0) + ": labels";
    if (starts.size() == 0) {
      throw new DataException(files.get(0) + ": no line has a label. Add at least one example.");
    }
    starts.add(values.size());
    int columns = like != null ? like.featureNames().size() : Math.max(highest, source.columns());
    if (columns == 0) {
      throw new DataException(
          files.get(0)
              + ": no line has a value, as in 1 3:0.5. Check that this is libsvm's format.");
    }
    var features =
        new SparseFeatures(starts.toArray(), indices.toArray(), values.toArray(), columns);
    List<String> names = new ColumnNumbers(columns);
    if (task == Task.REGRESSION) {
      var examples = new Examples(features, Labels.targets(targets.toArray()));
      return new RawData(place, names, List.of(), null, examples);
    }
    List<String> sorted = like != null ? like.classNames() : classNames.sorted(place);
    int[] places = classNames.places(sorted);
    int[] ids = classes.toArray();
    for (int i = 0; i < ids.length; i++) {
      ids[i] = places[ids[i]];
    }
    return new RawData(place, names, sorted, null, new Examples(features, Labels.classes(ids)));
  }

  private void row(byte[] bytes, int start, int lineEnd) throws DataException {
    int end = start;
    while (end < lineEnd && bytes[end] != '#') {
      end++;
    }
    int at = skipBlanks(bytes, start, end);
    if (at == end) {
      return;
    }
    starts.add(values.size());
    int labelEnd = tokenEnd(bytes, at, end);
    label(bytes, at, labelEnd);
    int before = 0;
    for (at = skipBlanks(bytes, labelEnd, end); at < end; at = skipBlanks(bytes, at, end)) {
      int tokenEnd = tokenEnd(bytes, at, end);
      before = value(bytes, at, tokenEnd, before);
      at = tokenEnd;
    }
  }

  private void label(byte[] bytes, int start, int end) throws DataException {
    String text = text(bytes, start, end);
    if (text.contains(":") || text.contains(",")) {
      throw problem(
          text.contains(":")
              ? "the line must begin with its label, but begins with "
                  + Quote.text(text)
                  + ". Write the label first."
              : "it has several labels, "
                  + Quote.text(text)
                  + ". Keep one: an example is of one class.");
    }
    if (task == Task.REGRESSION) {
      float target = Decimal.parse(bytes, start, end);
      if (Float.isNaN(target)) {
        throw problem(
            "the label: "
                + Numbers.problem(text, "if it names a class, set data.task: classification"));
      }
      targets.add(target);
      return;
    }
    // +1 and 1 are the same class.
    int id = id(bytes, bytes[start] == '+' ? start + 1 : start, end);
    if (like != null && id >= like.classNames().size()) {
      throw problem(
          "class %s is not in the training data, whose classes are %s. Correct it, or add training examples of it."
              .formatted(Quote.text(text), Quote.list(like.classNames())));
    }
    classes.add(id);
  }

  private int id(byte[] bytes, int start, int end) throws DataException {
    try {
      return classNames.id(bytes, start, end);
    } catch (CharacterCodingException e) {
      throw problem("the text is not UTF-8. Save the file as UTF-8.");
    }
  }

  /** Keeps one {@code column:value}, and returns the column. */
  private int value(byte[] bytes, int start, int end, int before) throws DataException {
    int colon = start;
    while (colon < end && bytes[colon] != ':') {
      colon++;
    }
    int column = column(bytes, start, colon);
    float value = colon == end ? Float.NaN : Decimal.parse(bytes, colon + 1, end);
    if (column < 0 || Float.isNaN(value)) {
      throw problem(
          "%s is not column:value with a whole and a plain number, such as 3:0.5. Correct it."
              .formatted(Quote.text(text(bytes, start, end))));
    }
    if (column == 0) {
      throw problem("columns are counted from 1, but it has a column 0. Add 1 to each column.");
    }
    if (column <= before) {
      throw problem(
          "columns must ascend, but %d follows %d. Sort the values of each line by their columns."
              .formatted(column, before));
    }
    checkWidth(column);
    if (value != 0) {
      if (values.size() == Growing.LONGEST) {
        throw problem("there are more than %d values. Use fewer rows.".formatted(Growing.LONGEST));
      }
      indices.add(column - 1);
      values.add(value);
    }
    highest = Math.max(highest, column);
    return column;
  }

  private void checkWidth(int column) throws DataException {
    if (like != null && column > like.featureNames().size()) {
      throw problem(
          "it has a column %d, but the training data have %d. Set data.columns: %d (or more) to make room for it, or correct the line."
              .formatted(column, like.featureNames().size(), column));
    }
    if (like == null && source.columns() > 0 && column > source.columns()) {
      throw problem(
          "it has a column %d, but data.columns is %d. Raise it, or correct the line."
              .formatted(column, source.columns()));
    }
    if (column > NamesByPlace.MOST) {
      throw problem(
          "it has a column %d, but columns may go up to %d. Number them without gaps."
              .formatted(column, NamesByPlace.MOST));
    }
  }

  /** A whole number without a sign, or -1 if it is none or too large for an int. */
  private static int column(byte[] bytes, int start, int end) {
    long column = start == end ? -1 : 0;
    for (int i = start; i < end && column >= 0; i++) {
      boolean digit = bytes[i] >= '0' && bytes[i] <= '9';
      column = digit ? 10 * column + (bytes[i] - '0') : -1;
      column = column > Integer.MAX_VALUE ? -1 : column;
    }
    return (int) column;
  }

  private static int skipBlanks(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && isBlank(bytes[at])) {
      at++;
    }
    return at;
  }

  private static int tokenEnd(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && !isBlank(bytes[at])) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(byte each) {
    return each == ' ' || each == '\t';
  }

  private static String text(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  private DataException problem(String text) {
    return new DataException("%s: line %d: %s".formatted(file, line, text));
  }
}
