package sweep4j.worker.data;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.DataSource;
import sweep4j.trial.Task;

/**
 * Reads a table of comma-separated values (RFC 4180, UTF-8, a header first) in one pass, keeping
 * only its numbers. Blank lines are skipped, and blanks around a cell do not belong to it.
 */
final class CsvReader {
  /** Blank lines come as records of one empty cell, so that line numbers can be kept. */
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setIgnoreEmptyLines(false)
          .setIgnoreSurroundingSpaces(true)
          .build();

  private final DataSource.Csv source;
  private final Task task;
  private final SourceOpener opener;
  private final @Nullable RawData like;

  private CsvReader(DataSource.Csv source, Task task, SourceOpener opener, @Nullable RawData like) {
    this.source = source;
    this.task = task;
    this.opener = opener;
    this.like = like;
  }

  /**
   * Reads {@code source}.
   *
   * @param like the training data if this is a split in a file of its own, else null; columns are
   *     then put in its order by name, and classes must be its classes
   */
  static RawData read(DataSource.Csv source, Task task, SourceOpener opener, @Nullable RawData like)
      throws DataException {
    return new CsvReader(source, task, opener, like).read();
  }

  private RawData read() throws DataException {
    try (InputStream in = Sources.open(source.path(), opener);
        var parser = CSVParser.parse(skipByteOrderMark(in), FORMAT)) {
      return read(parser);
    } catch (CharacterCodingException e) {
      throw notUtf8(e);
    } catch (IOException e) {
      throw Sources.failure(source.path(), e);
    }
  }

  private RawData read(CSVParser parser) throws DataException, IOException {
    var rows = new Rows(parser);
    CSVRecord first = rows.next();
    if (first == null) {
      throw problem("the file is empty. It must begin with a header line that names the columns.");
    }
    CsvHeader header = CsvHeader.check(source, rows.line(), first.toList(), like);

    var values = new Growing.Floats();
    var targets = new Growing.Floats();
    var classes = new Growing.Ints();
    var names = new ClassNames();
    if (like != null) {
      like.classNames().forEach(names::id);
    }
    int[] columns = header.columns();
    int count = 0;
    for (CSVRecord row = rows.next(); row != null; row = rows.next()) {
      count++;
      if (row.size() != header.size()) {
        throw problem(
            "row %d (line %d): it has %s, but the header has %d. Look for a missing or extra comma."
                .formatted(count, rows.line(), Quote.count(row.size(), "cell"), header.size()));
      }
      if (!values.hasRoom(columns.length)) {
        throw problem(
            "row %d: a table may hold %d numbers at most. Use fewer rows or columns."
                .formatted(count, Growing.LONGEST));
      }
      for (int column : columns) {
        values.add(number(row, column, count, rows.line(), header));
      }
      if (task == Task.REGRESSION) {
        targets.add(number(row, header.label(), count, rows.line(), header));
      } else {
        classes.add(classOf(row.get(header.label()), count, rows.line(), names));
      }
    }
    if (count == 0) {
      throw problem("there is a header but no row after it. Add at least one example.");
    }

    String labelPlace = source.path() + ": column " + Quote.text(source.label());
    Features features = Features.ofFloats(values.toArray(), columns.length);
    if (task == Task.REGRESSION) {
      var examples = new Examples(features, Labels.targets(targets.toArray()));
      return new RawData(labelPlace, header.featureNames(), List.of(), null, examples);
    }
    // The classes of the training data are in order already, and no other may be here.
    List<String> classNames = like != null ? like.classNames() : inOrder(names);
    int[] ids = classes.toArray();
    if (like == null) {
      int[] places = names.places();
      for (int i = 0; i < ids.length; i++) {
        ids[i] = places[ids[i]];
      }
    }
    var examples = new Examples(features, Labels.classes(ids));
    return new RawData(labelPlace, header.featureNames(), classNames, null, examples);
  }

  private float number(CSVRecord row, int column, int count, long line, CsvHeader header)
      throws DataException {
    String cell = row.get(column);
    float value = Numbers.parse(cell);
    if (Float.isNaN(value)) {
      throw problem(place(count, line, header.name(column)) + Numbers.problem(cell));
    }
    return value;
  }

  private int classOf(String name, int count, long line, ClassNames names) throws DataException {
    if (name.isEmpty()) {
      throw problem(
          place(count, line, source.label())
              + "the label is empty. Name its class, or remove the row.");
    }
    int id = names.id(name);
    if (like != null && id >= like.classNames().size()) {
      throw problem(
          place(count, line, source.label())
              + "class "
              + Quote.text(name)
              + " is not in the training data, whose classes are "
              + Quote.list(like.classNames())
              + ". Correct it, or add training examples of it.");
    }
    return id;
  }

  private List<String> inOrder(ClassNames names) throws DataException {
    List<String> sorted = names.sorted();
    for (int i = 1; names.numeric() && i < sorted.size(); i++) {
      String one = sorted.get(i - 1);
      String other = sorted.get(i);
      if (Double.parseDouble(one) == Double.parseDouble(other)) {
        throw problem(
            "column %s: %s and %s are one number written in two ways, but would be two classes. Write it in one way."
                .formatted(Quote.text(source.label()), Quote.text(one), Quote.text(other)));
      }
    }
    return sorted;
  }

  private static String place(int row, long line, String column) {
    return "row %d (line %d), column %s: ".formatted(row, line, Quote.text(column));
  }

  private DataException problem(String text) {
    return new DataException(source.path() + ": " + text);
  }

  private static Reader skipByteOrderMark(InputStream in) throws IOException {
    var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  /** Reads the file again, because the decoder has read ahead of the line that is to blame. */
  private DataException notUtf8(CharacterCodingException cause) throws DataException {
    try (InputStream in = Sources.open(source.path(), opener)) {
      var bytes = new ByteArrayOutputStream();
      for (int line = 1; ; line++) {
        bytes.reset();
        int next = in.read();
        for (; next != '\n' && next != -1; next = in.read()) {
          bytes.write(next);
        }
        if (!isUtf8(bytes.toByteArray()) || next == -1) {
          return new DataException(
              "%s: line %d: the text is not UTF-8. Save the file as UTF-8."
                  .formatted(source.path(), line),
              cause);
        }
      }
    } catch (IOException e) {
      throw Sources.failure(source.path(), e);
    }
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** The lines that are not blank, each with its number in the file. */
  private final class Rows {
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private long line;

    Rows(CSVParser parser) {
      this.parser = parser;
      this.records = parser.iterator();
    }

    /** The next line that is not blank, or null at the end. */
    @Nullable CSVRecord next() throws DataException, IOException {
      try {
        while (true) {
          // A quoted cell may go over several lines; the first of them is the row's.
          line = parser.getCurrentLineNumber() + 1;
          if (!records.hasNext()) {
            return null;
          }
          CSVRecord row = records.next();
          if (row.size() > 1 || !row.get(0).isEmpty()) {
            return row;
          }
        }
      } catch (UncheckedIOException e) {
        throw unreadable(Objects.requireNonNull(e.getCause()));
      }
    }

    long line() {
      return line;
    }

    private DataException unreadable(IOException cause) throws IOException {
      String message = String.valueOf(cause.getMessage());
      // The parser has no type of its own for these two.
      if (message.contains("EOF reached before encapsulated token finished")) {
        return problem(
            "line %d: a quoted cell begins in this row and never ends. Close the quotes, or write \"\" for a quote inside."
                .formatted(line));
      }
      if (message.contains("between encapsulated token and delimiter")) {
        return problem(
            "line %d: text follows a quoted cell in this row. Put a comma after the closing quote, or write \"\" for a quote inside."
                .formatted(line));
      }
      throw cause;
    }
  }
}
