package sweep4j.worker.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The rows of one file of a table, one after the other. Columns are numbered from 0. */
interface TableRows extends Closeable {

  /** What the columns are called. */
  List<String> names();

  /** Where the names stand in the file, such as {@code "line 1: "}; may be empty. */
  String headerPlace();

  /** Goes to the next row; false at the end. */
  boolean next() throws IOException, DataException;

  /** The row, fit for a message: {@code "row 3 (line 4)"}. */
  String place();

  /** Whether the file itself says that {@code column} holds text. */
  boolean isText(int column);

  /** Whether the row has no value in {@code column}. */
  boolean isMissing(int column) throws DataException;

  /** The number in {@code column}; NaN if there is none, or it is no number to compute with. */
  float number(int column) throws DataException;

  /** The number that {@code names} gives to the text in {@code column}. */
  int id(int column, Names names) throws DataException;

  /** What is in {@code column}, for a message. */
  String text(int column) throws DataException;
}
