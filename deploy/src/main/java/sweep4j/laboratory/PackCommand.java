package sweep4j.laboratory;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sweep4j.laboratory.problem.RecordedGrid;

/** Makes a table of learning curves from the run of a grid. */
@Command(
    name = "pack",
    description = "Make a table of learning curves from the run of a grid without early stopping.",
    mixinStandardHelpOptions = true)
final class PackCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "RUN", description = "Folder of the run.")
  private Path run = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "TABLE",
      description = "The table's file, such as deploy/bench/curves/digits.csv.gz.")
  private Path table = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try {
      RecordedGrid.pack(run, table);
      return 0;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
