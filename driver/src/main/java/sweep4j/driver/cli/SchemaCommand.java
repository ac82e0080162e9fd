package sweep4j.driver.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sweep4j.driver.config.SweepSchema;

/** Prints the schema of sweep files. */
@Command(
    name = "schema",
    description = "Print the JSON Schema by which editors complete and check sweep files.",
    mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(SweepSchema.text());
    out.flush();
    return ExitStatus.SUCCESS;
  }
}
