package sweep4j.worker.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rows of a file of comma-separated values in UTF-8, behind a header. */
final class CsvRows implements TableRows {
  private final String file;
  private final CsvScanner scanner;
  private final List<String> names = new ArrayList<>();
  private final String headerPlace;
  private int row;

  private CsvRows(String file, CsvScanner scanner) throws IOException, DataException {
    this.file = file;
    this.scanner = scanner;
    if (!scanner.next()) {
      throw problem("the file is empty. It must begin with a header line that names the columns.");
    }
    headerPlace = "line %d: ".formatted(scanner.line());
    for (int column = 0; column < scanner.size(); column++) {
      names.add(text(column));
    }
    if (names.stream().anyMatch(name -> name.indexOf('\0') >= 0)) {
      throw problem(headerPlace + "it has bytes of zero, as UTF-16 has. Save the file as UTF-8.");
    }
  }

  /** Opens {@code file} and reads its header. */
  static CsvRows open(String file, SourceOpener opener) throws IOException, DataException {
    var scanner = new CsvScanner(file, Sources.open(file, opener));
    try {
      return new CsvRows(file, scanner);
    } catch (IOException | DataException e) {
      scanner.close();
      throw e;
    }
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public String headerPlace() {
    return headerPlace;
  }

  @Override
  public boolean next() throws IOException, DataException {
    if (!scanner.next()) {
      return false;
    }
    row++;
    if (scanner.size() != names.size()) {
      throw problem(
          "%s: it has %s, but the header has %d. Look for a missing or extra comma."
              .formatted(place(), Quote.count(scanner.size(), "cell"), names.size()));
    }
    return true;
  }

  @Override
  public String place() {
    return "row %d (line %d)".formatted(row, scanner.line());
  }

  /** A file of comma-separated values says nothing of its columns. */
  @Override
  public boolean isText(int column) {
    return false;
  }

  @Override
  public boolean isMissing(int column) {
    return Numbers.isMissing(scanner.bytes(), scanner.start(column), scanner.end(column));
  }

  @Override
  public float number(int column) {
    return Decimal.parse(scanner.bytes(), scanner.start(column), scanner.end(column));
  }

  @Override
  public int id(int column, Names names) throws DataException {
    try {
      return names.id(scanner.bytes(), scanner.start(column), scanner.end(column));
    } catch (CharacterCodingException e) {
      throw notUtf8(e);
    }
  }

  @Override
  public String text(int column) throws DataException {
    int start = scanner.start(column);
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(scanner.bytes(), start, scanner.end(column) - start))
          .toString();
    } catch (CharacterCodingException e) {
      throw notUtf8(e);
    }
  }

  @Override
  public void close() throws IOException {
    scanner.close();
  }

  private DataException notUtf8(CharacterCodingException cause) {
    return new DataException(
        "%s: line %d: the text is not UTF-8. Save the file as UTF-8."
            .formatted(file, scanner.line()),
        cause);
  }

  private DataException problem(String text) {
    return new DataException(file + ": " + text);
  }
}
