package sweep4j.driver.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sweep4j.driver.config.Lookups;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.config.SweepFileException;
import sweep4j.driver.config.SweepFileReader;

/** A sweep file, and what the command line changes in it. */
final class SweepFileArguments {

  @Parameters(paramLabel = "SWEEP.yaml", description = "The sweep file.")
  private Path file = Path.of("");

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "Replace a value of the sweep file, for example --set training.max_epochs=5. Repeatable.")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--trials",
      paramLabel = "N",
      description = "Short for --set search.max_trials=N.")
  private @Nullable Integer trials;

  @Mixin private JarArguments jars = new JarArguments();

  /** The jars, open for the calling thread. */
  UserJars openJars() throws BadInput {
    return jars.open();
  }

  /** The sweep, its own network being in {@code open}. */
  SweepDefinition read(UserJars open) throws SweepFileException {
    var all = new ArrayList<>(overrides);
    if (trials != null) {
      all.add("search.max_trials=" + trials);
    }
    return SweepFileReader.read(file, all, new Lookups(Data.texts(), open.networks()));
  }
}
