package sweep4j.driver.cli;

import java.io.IOException;
import java.nio.file.Path;
import sweep4j.driver.config.Locations;
import sweep4j.driver.hadoop.HadoopStorage;
import sweep4j.driver.study.RunFolder;

/** Where the user says that a run's folder is. */
final class RunLocation {

  private RunLocation() {}

  /**
   * The folder at {@code location}: a path of this machine, or a URI of one of Hadoop's file
   * systems, {@code file:} among them.
   */
  static RunFolder folder(String location) throws BadInput {
    if (!Locations.isUri(location)) {
      return new RunFolder(Path.of(location));
    }
    try {
      return new RunFolder(HadoopStorage.at(location));
    } catch (IOException e) {
      throw new BadInput(location + " cannot be used as a run's folder: " + e.getMessage());
    }
  }
}
