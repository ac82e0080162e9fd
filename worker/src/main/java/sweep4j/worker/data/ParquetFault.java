package sweep4j.worker.data;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Parquet's exceptions mean for the person who gave the file. */
final class ParquetFault {

  /** A header; what follows names fields of objects, often all of them. */
  private static final Pattern HEADER =
      Pattern.compile("can not read class org\\.apache\\.parquet\\.format\\.(\\w+): .*");

  private ParquetFault() {}

  static DataException in(String file, Exception e) {
    Matcher header = HEADER.matcher(firstLine(e));
    if (e instanceof IOException reading && !header.matches()) {
      return Sources.failure(file, reading);
    }
    return header.matches()
        ? damaged(file, header.group(1), e)
        : new DataException(text(file, firstLine(e)), e);
  }

  /** A header, by its name in Parquet's format, says what cannot be. */
  static DataException damaged(String file, String header, Throwable e) {
    return new DataException(text(file, "its %s is damaged".formatted(header)), e);
  }

  /** A file that says of itself what cannot be. */
  static DataException unreadable(String file, String why) {
    return new DataException(text(file, why));
  }

  private static String text(String file, String why) {
    return "%s: it is no Parquet file that can be read (%s). Write it again.".formatted(file, why);
  }

  private static String firstLine(Exception e) {
    // Those that Java itself throws on damaged lengths and places have none, or one of their own.
    boolean theirs = e instanceof IOException || e.getClass().getName().contains("parquet");
    String message = e.getMessage();
    return message == null || !(theirs || e.getClass() == RuntimeException.class)
        ? "it is damaged"
        : message.lines().findFirst().orElse("");
  }
}
