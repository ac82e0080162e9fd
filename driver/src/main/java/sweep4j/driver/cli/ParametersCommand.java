package sweep4j.driver.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sweep4j.trial.OwnNetwork;

/** Prints what a sweep may vary or fix. */
@Command(
    name = "parameters",
    description = "List the hyperparameters that a sweep may vary or fix.",
    mixinStandardHelpOptions = true)
final class ParametersCommand implements Callable<Integer> {

  /** How the list is laid out. */
  enum Format {
    TEXT,
    MARKDOWN
  }

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "text or markdown. Default: text.",
      defaultValue = "TEXT")
  private Format format = Format.TEXT;

  @Option(
      names = "--factory",
      paramLabel = "CLASS",
      description = "List them for your own network, with what it declares.")
  private @Nullable String factory;

  @Option(
      names = "--jars",
      paramLabel = "JAR",
      split = ",",
      description = "Jars with that class, separated by commas.")
  private List<Path> jars = new ArrayList<>();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws BadInput, IOException {
    OwnNetwork model = model();
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(
        switch (format) {
          case TEXT -> ParameterTable.text(model);
          case MARKDOWN -> ParameterTable.markdown(model);
        });
    out.flush();
    return ExitStatus.SUCCESS;
  }

  /** The network that the list is for; null for all that sweep4j builds itself. */
  private @Nullable OwnNetwork model() throws BadInput, IOException {
    if (factory == null) {
      return null;
    }
    try (UserJars open = UserJars.open(jars)) {
      return open.networks().of(factory);
    } catch (IllegalArgumentException unknown) {
      throw new BadInput("--factory: " + unknown.getMessage());
    }
  }
}
