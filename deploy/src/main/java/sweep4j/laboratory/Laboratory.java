package sweep4j.laboratory;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The program. Its exit status is 0 if what was measured is as good as it must be, 1 if it is not
 * or something broke, and 2 if the command line is wrong.
 */
@Command(
    name = "laboratory",
    description = "Compares samplers and pruners on a virtual clock, without training.",
    subcommands = {
      CompareCommand.class,
      AgainstRandomCommand.class,
      AgainstOptunaCommand.class,
      EpochsSavedCommand.class,
      SlotsCommand.class,
      SuggestionCostCommand.class,
      PackCommand.class,
      CommandLine.HelpCommand.class
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class Laboratory {

  private Laboratory() {}

  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    System.exit(
        new CommandLine(new Laboratory()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }
}
