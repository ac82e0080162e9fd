package sweep4j.laboratory;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sweep4j.laboratory.problem.Problem;
import sweep4j.laboratory.problem.Problems;
import sweep4j.laboratory.report.Cells;
import sweep4j.laboratory.report.Comparison;
import sweep4j.laboratory.report.Quartiles;
import sweep4j.laboratory.report.Table;
import sweep4j.laboratory.simulation.Strategy;

/** A sampler's median regret over random search's. */
@Command(
    name = "against-random",
    description = "A sampler's median regret over that of random search.",
    mixinStandardHelpOptions = true)
final class AgainstRandomCommand implements Callable<Integer> {

  /** On functions, where random search is far from the optimum; on tables, not to be worse. */
  private static final double MOST = 0.5;

  @Mixin private Scope scope = new Scope();

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      description = "Default: ${DEFAULT-VALUE}.",
      defaultValue = "coarse_to_fine")
  private String strategy = "";

  @Override
  public Integer call() {
    Strategy judged = scope.strategy(strategy);
    var table = new Table("problem", "random", judged.name(), "ratio", "p", "bar", "holds");
    boolean all = true;
    for (Problem problem : scope.of(Problems.all())) {
      double[] ours = scope.run(problem, judged).regretAfterTrials(scope.trials());
      double[] random = scope.run(problem, Strategies.RANDOM).regretAfterTrials(scope.trials());
      var comparison = Comparison.of(ours, random);
      double ratio = Quartiles.of(ours).median() / Quartiles.of(random).median();
      boolean function = problem.maxEpochs() == 1;
      boolean holds = function ? ratio <= MOST : !comparison.worse();
      all &= holds;
      table.row(
          problem.name(),
          Quartiles.of(random).toString(),
          Quartiles.of(ours).toString(),
          Cells.number(ratio),
          Cells.number(comparison.p()),
          function ? "ratio <= " + MOST : "not worse",
          Cells.verdict(holds));
    }
    scope.print(table);
    return all ? 0 : 1;
  }
}
