package sweep4j.driver.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that a sweep file names besides its data. */
@FunctionalInterface
public interface TextFiles {

  /**
   * The whole text, in UTF-8.
   *
   * @param location an absolute path or a URI
   */
  String read(String location) throws IOException;

  /** Files of this machine, by path. */
  static TextFiles local() {
    return location -> Files.readString(Path.of(location));
  }

  /** Gives an empty text for each: for those to whom a sweep's network does not matter. */
  static TextFiles unread() {
    return location -> "";
  }
}
