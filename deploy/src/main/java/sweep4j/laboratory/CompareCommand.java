package sweep4j.laboratory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sweep4j.laboratory.problem.Problem;
import sweep4j.laboratory.problem.Problems;
import sweep4j.laboratory.report.Budget;
import sweep4j.laboratory.report.Cells;
import sweep4j.laboratory.report.Quartiles;
import sweep4j.laboratory.report.RegretCsv;
import sweep4j.laboratory.report.Sample;
import sweep4j.laboratory.report.Table;
import sweep4j.laboratory.simulation.Strategy;
import sweep4j.laboratory.simulation.Trace;

/** Regret of strategies on problems, against trials, epochs and the virtual clock. */
@Command(
    name = "compare",
    description = "Regret of strategies on problems: median [lower quartile, upper quartile].",
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

  @Mixin private Scope scope = new Scope();

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      split = ",",
      description = "Only these, such as random or random+hyperband. Default: all samplers alone.")
  private List<String> strategies = List.of();

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write the regret of every single sweep, too.")
  private @Nullable Path csv;

  @Override
  public Integer call() throws IOException {
    List<Strategy> chosen =
        strategies.isEmpty()
            ? Strategies.samplers()
            : strategies.stream().map(scope::strategy).toList();
    var samples = new ArrayList<Sample>();
    for (Problem problem : scope.of(Problems.all())) {
      Sample random = scope.run(problem, Strategies.RANDOM);
      List<Budget> budgets = Budget.of(random, scope.trials());
      var table = new Table(header(problem, budgets));
      for (Strategy strategy : chosen) {
        if (strategy.fits(problem)) {
          Sample sample = scope.run(problem, strategy);
          table.row(row(sample, budgets));
          samples.add(sample);
        }
      }
      scope.print(table);
    }
    if (csv != null) {
      RegretCsv.write(samples, scope.trials(), csv);
    }
    return 0;
  }

  private static String[] header(Problem problem, List<Budget> budgets) {
    var header = new ArrayList<String>();
    header.add(problem.name());
    budgets.forEach(budget -> header.add("after " + budget));
    header.add("slots busy");
    return header.toArray(String[]::new);
  }

  private static String[] row(Sample sample, List<Budget> budgets) {
    var row = new ArrayList<String>();
    row.add(sample.strategy().name());
    budgets.forEach(budget -> row.add(Quartiles.of(budget.regret(sample)).toString()));
    row.add(Cells.percent(Quartiles.of(sample.byTrace(Trace::utilisation)).median()));
    return row.toArray(String[]::new);
  }
}
