package sweep4j.driver.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The user's own jars, named on the command line. */
final class JarArguments {

  @Option(
      names = "--jars",
      paramLabel = "JAR",
      split = ",",
      description = "Jars with your own network (model.type: class), separated by commas.")
  private List<Path> jars = new ArrayList<>();

  /** The jars, open for the calling thread. */
  UserJars open() throws BadInput {
    return UserJars.open(jars);
  }
}
