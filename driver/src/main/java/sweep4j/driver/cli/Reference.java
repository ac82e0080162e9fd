package sweep4j.driver.cli;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import sweep4j.driver.config.KeyReference;
import sweep4j.driver.leaderboard.ColumnHelp;
import sweep4j.driver.study.RunFile;
import sweep4j.trial.Task;

/** The reference as a page of Markdown, made of what the program itself goes by. */
final class Reference {

  /** The command that writes the page. */
  static final String MADE_BY = "deploy/sweep reference > deploy/docs/reference.md";

  private final StringBuilder text = new StringBuilder();

  private Reference() {}

  /** The whole page, for the program {@code root}. */
  static String markdown(CommandSpec root) {
    var reference = new Reference();
    reference.line("# Reference");
    reference.line("");
    reference.line("<!-- made by: " + MADE_BY + " -->");
    reference.keys();
    reference.commands(root);
    reference.columns();
    reference.files();
    return reference.text.toString();
  }

  private void keys() {
    title("Keys of a sweep file");
    line(
        "A key of `model`, `training` or `augmentation` that the last column shows under `parameters`"
            + " is a hyperparameter: it has one value for all trials in its own section, or is searched"
            + " under `parameters`. Unknown keys are errors. `deploy/sweep schema` says the same to"
            + " editors.");
    line("");
    text.append(KeyReference.markdown());
  }

  private void commands(CommandSpec root) {
    title("Command line");
    line("Each command also takes `--help` and `--version`.");
    line("");
    root.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(each -> !each.helpCommand())
        .forEach(this::command);
    line("### Exit status");
    line("");
    line("| status | meaning |");
    line("|---|---|");
    root.usageMessage().exitCodeList().forEach(this::row);
  }

  private void command(CommandSpec command) {
    List<OptionSpec> options =
        command.options().stream()
            .filter(each -> !each.hidden() && !each.usageHelp() && !each.versionHelp())
            .toList();
    List<PositionalParamSpec> positional = command.positionalParameters();
    line("### `" + synopsis(command) + "`");
    line("");
    line(said(command.usageMessage().description()));
    line("");
    if (options.isEmpty() && positional.isEmpty()) {
      return;
    }
    line("| | meaning |");
    line("|---|---|");
    positional.forEach(each -> row(each.paramLabel(), said(each.description())));
    for (OptionSpec each : options) {
      String label = each.arity().max() == 0 ? "" : " " + each.paramLabel();
      row(String.join(", ", each.names()) + label, said(each.description()));
    }
    line("");
  }

  private static String synopsis(CommandSpec command) {
    return Stream.concat(
            Stream.of("deploy/sweep", command.name()),
            command.positionalParameters().stream().map(PositionalParamSpec::paramLabel))
        .collect(joining(" "));
  }

  private static String said(String[] description) {
    return Arrays.stream(description).map(each -> each.replace("%n", " ")).collect(joining(" "));
  }

  private void columns() {
    title("Columns of `leaderboard.csv`");
    line(
        "UTF-8, a row for each trial that has ended, numbers in full precision with a dot for the"
            + " decimal point, and an empty cell for what does not exist. Between `epochs` and `seed`"
            + " there is a column for each parameter of the space, under its own name.");
    line("");
    line("| column | meaning |");
    line("|---|---|");
    Set<ColumnHelp> columns = new LinkedHashSet<>(ColumnHelp.of(Task.CLASSIFICATION));
    columns.addAll(ColumnHelp.of(Task.REGRESSION));
    columns.forEach(each -> row(each.name(), each.meaning()));
  }

  private void files() {
    title("Files of a run's folder");
    line("| file | what it is |");
    line("|---|---|");
    RunFile.ALL.forEach(each -> row(each.name(), each.meaning()));
  }

  private void row(String name, String meaning) {
    line("| `%s` | %s |".formatted(name, meaning.replace("|", "\\|")));
  }

  private void title(String words) {
    line("");
    line("## " + words);
    line("");
  }

  private void line(String words) {
    text.append(words).append('\n');
  }
}
