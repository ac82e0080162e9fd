package sweep4j.driver.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the reference. */
@Command(
    name = "reference",
    description =
        "Print, as Markdown, every key of a sweep file, every option of the command line, every column"
            + " of a leaderboard, and every file of a run's folder.",
    mixinStandardHelpOptions = true)
final class ReferenceCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec own = Objects.requireNonNull(spec);
    var out = own.commandLine().getOut();
    out.print(Reference.markdown(own.root()));
    out.flush();
    return ExitStatus.SUCCESS;
  }
}
