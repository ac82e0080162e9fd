package sweep4j.driver.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(
        switch (format) {
          case TEXT -> ParameterTable.text();
          case MARKDOWN -> ParameterTable.markdown();
        });
    out.flush();
    return ExitStatus.SUCCESS;
  }
}
