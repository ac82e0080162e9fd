package sweep4j.laboratory;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sweep4j.driver.search.Observation;
import sweep4j.driver.search.Sampler;
import sweep4j.driver.search.SearchTask;
import sweep4j.driver.space.SearchSpace;
import sweep4j.laboratory.problem.Problem;
import sweep4j.laboratory.problem.Problems;
import sweep4j.laboratory.report.Cells;
import sweep4j.laboratory.report.Quartiles;
import sweep4j.laboratory.report.Table;

/** What a suggestion costs late in a long sweep. */
@Command(
    name = "suggestion-cost",
    description =
        "Processor time of a sampler's suggestions around its 1,000th and 10,000th trial.",
    mixinStandardHelpOptions = true)
final class SuggestionCostCommand implements Callable<Integer> {

  private static final int TRIALS = 10_000;

  /** Suggestions over which a median is taken. */
  private static final int WINDOW = 100;

  private static final double MOST_MILLISECONDS = 50.0;

  /** Processor time, because the clock on the wall counts what else the machine does. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @Mixin private Scope scope = new Scope();

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      description = "Default: ${DEFAULT-VALUE}.",
      defaultValue = "tpe")
  private String strategy = "";

  @Override
  public Integer call() {
    var table = new Table("problem", "trials", "CPU ms a suggestion", "heap in MiB");
    double last = 0.0;
    for (Problem problem : scope.of(List.of(Problems.named("mixed")))) {
      last = Math.max(last, measure(problem, table));
    }
    scope.print(table);
    return last <= MOST_MILLISECONDS ? 0 : 1;
  }

  private double measure(Problem problem, Table table) {
    SearchSpace space = problem.space();
    Sampler sampler = scope.strategy(strategy).method().sampler(SearchTask.of(space, TRIALS, 1));
    List<Observation> observations = new ArrayList<>();
    double[] milliseconds = new double[WINDOW];
    double median = 0.0;
    for (int trial = 0; trial < TRIALS; trial++) {
      List<Observation> seen = List.copyOf(observations.subList(0, sampler.needs(trial)));
      long start = THREADS.getCurrentThreadCpuTime();
      double[] point = sampler.suggest(trial, seen);
      milliseconds[trial % WINDOW] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
      double cost = problem.course(space.at(point)).bestAfter(problem.maxEpochs());
      observations.add(new Observation(trial, space.pointOf(space.at(point)), cost));
      if (trial + 1 == TRIALS || trial + 1 == TRIALS / 10) {
        median = Quartiles.of(milliseconds).median();
        table.row(
            problem.name(),
            Integer.toString(trial + 1),
            Quartiles.of(milliseconds).toString(),
            Cells.number(heapInMebibytes()));
      }
    }
    return median;
  }

  private static double heapInMebibytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / (double) (1 << 20);
  }
}
