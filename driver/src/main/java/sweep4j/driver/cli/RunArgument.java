package sweep4j.driver.cli;

import java.io.IOException;
import picocli.CommandLine.Parameters;
import sweep4j.driver.config.Lookups;
import sweep4j.driver.config.SweepFileException;
import sweep4j.driver.study.RunFolder;

/** The run that a command is about, named by its folder. */
final class RunArgument {

  @Parameters(paramLabel = "DIR", description = "Folder of the run, or its URI.")
  private String location = "";

  /** As the user wrote it. */
  String location() {
    return location;
  }

  RunFolder folder() throws BadInput {
    return RunLocation.folder(location);
  }

  /** What the run has left so far; see {@link StoredRun#read}. */
  StoredRun read(Lookups lookups) throws BadInput, IOException, SweepFileException {
    return StoredRun.read(location, lookups);
  }
}
