package sweep4j.laboratory;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import sweep4j.laboratory.problem.Problem;
import sweep4j.laboratory.problem.Problems;
import sweep4j.laboratory.report.Cells;
import sweep4j.laboratory.report.Quartiles;
import sweep4j.laboratory.report.Sample;
import sweep4j.laboratory.report.Table;
import sweep4j.laboratory.simulation.Durations;
import sweep4j.laboratory.simulation.Strategy;
import sweep4j.laboratory.simulation.Trace;

/** Whether many slots are kept busy, and change nothing but the time. */
@Command(
    name = "slots",
    description = {
      "The share of 64 slots' time in which they train, where trials' durations vary tenfold,",
      "and whether trials and decisions are those of one slot."
    },
    mixinStandardHelpOptions = true)
final class SlotsCommand implements Callable<Integer> {

  private static final int SLOTS = 64;
  private static final double LEAST = 0.95;

  /** What is tried: enough trials that the last ones, which have no successors, weigh little. */
  private record Case(String strategy, Problem problem, int trials) {}

  @Mixin private Scope scope = new Scope();

  private static List<Case> cases() {
    return List.of(
        new Case("coarse_to_fine", Problems.named("valley"), 3_000),
        new Case("random+hyperband", Problems.learningValley(), 20_000),
        new Case("coarse_to_fine+hyperband", Problems.learningValley(), 20_000));
  }

  @Override
  public Integer call() {
    var table =
        new Table(
            "strategy",
            "problem",
            "trials",
            "slots busy",
            "until the last trial began",
            "as with 1 slot",
            "holds");
    boolean all = true;
    for (Case each : cases()) {
      Sample many = run(each, SLOTS);
      Sample one = run(each, 1);
      long same =
          IntStream.range(0, scope.seeds())
              .filter(seed -> many.traces().get(seed).sameAs(one.traces().get(seed)))
              .count();
      double median = Quartiles.of(many.byTrace(Trace::utilisation)).median();
      boolean holds = median >= LEAST && same == scope.seeds();
      all &= holds;
      table.row(
          each.strategy(),
          each.problem().name(),
          Integer.toString(each.trials()),
          Cells.percent(median),
          Cells.percent(Quartiles.of(many.byTrace(Trace::utilisationOfTheStart)).median()),
          same + " of " + scope.seeds(),
          Cells.verdict(holds));
    }
    scope.print(table);
    return all ? 0 : 1;
  }

  private Sample run(Case each, int slots) {
    Strategy strategy = Strategies.named(each.strategy());
    return Sample.run(
        each.problem(), strategy, scope.seeds(), each.trials(), slots, Durations.TENFOLD);
  }
}
