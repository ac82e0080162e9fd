package sweep4j.driver.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sweep4j.driver.config.Lookups;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.confirm.Confirmation;
import sweep4j.driver.leaderboard.Leaderboard;
import sweep4j.driver.leaderboard.LeaderboardTable;
import sweep4j.driver.standings.ConfirmTask;
import sweep4j.driver.standings.Standings;
import sweep4j.driver.study.History;
import sweep4j.driver.study.Refitted;
import sweep4j.trial.TrialRecord;

/** Prints the leaderboard of a run, also while it goes on. */
@Command(
    name = "leaderboard",
    description = "Print the leaderboard of a run, also while it goes on.",
    mixinStandardHelpOptions = true)
final class LeaderboardCommand implements Callable<Integer> {

  @Mixin private RunArgument run = new RunArgument();

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "Rows to print. Default: ${DEFAULT-VALUE}.",
      defaultValue = "20")
  private int top;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (top < 1) {
      throw new BadInput("--top must be at least 1, but got " + top);
    }
    StoredRun stored = run.read(Lookups.none());
    SweepDefinition sweep = stored.sweep();
    History history = stored.journal().history();
    Standings standings = Standings.of(sweep, history);
    Leaderboard leaderboard = standings.leaderboard(history.ended());
    var table = new LeaderboardTable(sweep.data().task(), sweep.space().hyperparameters());
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(table.text(leaderboard, top));
    Sentences.edges(leaderboard, sweep).forEach(out::println);
    confirmation(sweep, history, standings).forEach(out::println);
    Refitted refitted = history.refitted();
    if (refitted != null) {
      TrialRecord best = leaderboard.best();
      boolean wins = best != null && best.trial() == refitted.trial();
      RefitText.lines(refitted, history.tested().get(refitted.trial()), wins, sweep.data().task())
          .forEach(out::println);
    }
    out.flush();
    return ExitStatus.SUCCESS;
  }

  private static List<String> confirmation(
      SweepDefinition sweep, History history, Standings standings) {
    Leaderboard byValidation = Standings.byValidation(sweep, history.ended());
    ConfirmTask task = ConfirmTask.of(sweep, byValidation);
    int done = task == null ? 0 : task.done(standings.repeats());
    if (task == null || done == 0) {
      return List.of();
    }
    Confirmation confirmation = task.concluded(standings.repeats());
    return confirmation == null
        ? List.of(ConfirmText.unfinished(task, done))
        : ConfirmText.lines(confirmation, byValidation, sweep);
  }
}
