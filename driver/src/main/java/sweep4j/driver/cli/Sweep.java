package sweep4j.driver.cli;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The program. Its exit status is one of {@link ExitStatus}. */
@Command(
    name = "sweep",
    description = "Distributed hyperparameter sweeps for Deeplearning4j on Apache Spark.",
    subcommands = {
      InitCommand.class,
      RunCommand.class,
      ValidateCommand.class,
      LeaderboardCommand.class,
      ReportCommand.class,
      WhyCommand.class,
      PredictCommand.class,
      ExportCommand.class,
      ReproduceCommand.class,
      RepairCommand.class,
      ParametersCommand.class,
      SchemaCommand.class,
      ReferenceCommand.class,
      HelpCommand.class
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      ExitStatus.SUCCESS + ":At least one trial completed, or there was nothing wrong.",
      ExitStatus.BROKEN + ":No trial completed, or the run broke.",
      ExitStatus.BAD_INPUT
          + ":The command line, the sweep file or the data are wrong; nothing was started.",
      ExitStatus.INTERRUPTED
          + ":Interrupted; the journal and the leaderboard are kept, --resume goes on."
    },
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class Sweep {

  private Sweep() {}

  public static void main(String[] args) {
    // What we write is in English, and read by programs: no other digits, no other capitals.
    Locale.setDefault(Locale.ROOT);
    int status = run(args);
    // spark-submit in cluster mode takes a normal return for success.
    if (status != ExitStatus.SUCCESS) {
      System.exit(status);
    }
  }

  /** Runs the command line {@code args} and returns the exit status. */
  static int run(String... args) {
    return new CommandLine(new Sweep())
        .setExecutionExceptionHandler(new ExceptionHandler())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(args);
  }
}
