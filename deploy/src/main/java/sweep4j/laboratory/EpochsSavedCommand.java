package sweep4j.laboratory;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sweep4j.laboratory.problem.Problem;
import sweep4j.laboratory.problem.Problems;
import sweep4j.laboratory.report.Cells;
import sweep4j.laboratory.report.Quartiles;
import sweep4j.laboratory.report.Sample;
import sweep4j.laboratory.report.Table;
import sweep4j.laboratory.simulation.Durations;
import sweep4j.laboratory.simulation.Strategy;

/** How many epochs a pruner needs for what random search reaches with whole trainings. */
@Command(
    name = "epochs-saved",
    description = {
      "The epochs that a strategy with a pruner trains until its best is as good as the median",
      "final best of random search with --trials whole trainings, over the epochs of those."
    },
    mixinStandardHelpOptions = true)
final class EpochsSavedCommand implements Callable<Integer> {

  private static final double MOST = 0.2;

  @Mixin private Scope scope = new Scope();

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      split = ",",
      description = "Default: ${DEFAULT-VALUE}.",
      defaultValue = "random+hyperband")
  private List<String> strategies = List.of();

  @Option(
      names = "--pruned-trials",
      paramLabel = "N",
      description = "Trials of the strategy with the pruner. Default: ${DEFAULT-VALUE}.",
      defaultValue = "429")
  private int prunedTrials;

  @Override
  public Integer call() {
    var table =
        new Table(
            "problem", "to reach", "epochs of random", "strategy", "epochs", "ratio", "holds");
    boolean all = true;
    for (Problem problem : scope.of(Problems.tables())) {
      Sample random = scope.run(problem, Strategies.RANDOM);
      double target =
          Quartiles.of(random.byTrace(each -> each.bestAfterTrials(scope.trials()))).median();
      double spent = (double) scope.trials() * problem.maxEpochs();
      for (String strategy : strategies) {
        Quartiles epochs = epochsUntil(target, problem, scope.strategy(strategy));
        double ratio = epochs.median() / spent;
        all &= ratio <= MOST;
        table.row(
            problem.name(),
            Cells.number(target),
            Cells.number(spent),
            strategy,
            epochs.toString(),
            Cells.number(ratio),
            Cells.verdict(ratio <= MOST));
      }
    }
    scope.print(table);
    return all ? 0 : 1;
  }

  private Quartiles epochsUntil(double target, Problem problem, Strategy strategy) {
    Sample pruned =
        Sample.run(
            problem, strategy, scope.seeds(), prunedTrials, scope.slots(), Durations.AS_RECORDED);
    return Quartiles.of(pruned.byTrace(each -> each.epochsUntil(target)));
  }
}
