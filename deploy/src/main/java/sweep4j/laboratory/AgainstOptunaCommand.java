package sweep4j.laboratory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Samplers beside Optuna's TPE, run in the same minutes. */
@Command(
    name = "against-optuna",
    description = {
      "Regret of samplers beside that of Optuna's TPE; skipped where no Python has Optuna.",
      "Trials must be a multiple of 10."
    },
    mixinStandardHelpOptions = true)
final class AgainstOptunaCommand implements Callable<Integer> {

  @Mixin private Scope scope = new Scope();

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      split = ",",
      description = "Default: ${DEFAULT-VALUE}.",
      defaultValue = "tpe,gp")
  private List<String> strategies = List.of();

  @Override
  public Integer call() {
    if (scope.trials() % 10 != 0) {
      throw scope.bad("--trials must be a multiple of 10 here, but got " + scope.trials());
    }
    var found = OptunaPeer.find();
    if (found.isEmpty()) {
      scope.print("skipped: no Python here has Optuna (Debian's package is python3-optuna)");
      return 0;
    }
    List<Problem> problems = scope.of(Problems.all());
    Map<OptunaPeer.Key, double[]> peers = peers(found.get(), problems);
    var table = new Table("problem", "strategy", "regret", "Optuna's", "regret", "p", "ours is");
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (String name : strategies) {
      for (Problem problem : problems) {
        double[] ours = scope.run(problem, scope.strategy(name)).regretAfterTrials(scope.trials());
        peers.forEach(
            (peer, theirs) -> {
              if (peer.problem().equals(problem.name())) {
                var comparison = Comparison.of(ours, theirs);
                row(table, problem, name, ours, peer.sampler(), theirs, comparison);
                tallies.merge(
                    name + " against " + peer.sampler(), Tally.of(comparison), Tally::plus);
              }
            });
      }
    }
    scope.print(table);
    return summary(tallies) ? 0 : 1;
  }

  /** On how many problems ours is what. */
  private record Tally(int better, int level, int worse) {
    static Tally of(Comparison comparison) {
      return comparison.better()
          ? new Tally(1, 0, 0)
          : comparison.worse() ? new Tally(0, 0, 1) : new Tally(0, 1, 0);
    }

    Tally plus(Tally other) {
      return new Tally(better + other.better, level + other.level, worse + other.worse);
    }

    /** Worse on none, and better on at least half. */
    boolean holds() {
      return worse == 0 && better >= level;
    }
  }

  private boolean summary(Map<String, Tally> tallies) {
    var table = new Table("beyond the noise", "better", "level", "worse", "holds");
    tallies.forEach(
        (pair, tally) ->
            table.row(
                pair,
                Integer.toString(tally.better()),
                Integer.toString(tally.level()),
                Integer.toString(tally.worse()),
                Cells.verdict(tally.holds())));
    scope.print(table);
    return tallies.values().stream().allMatch(Tally::holds);
  }

  private Map<OptunaPeer.Key, double[]> peers(OptunaPeer optuna, List<Problem> problems) {
    Map<OptunaPeer.Key, double[]> peers = new LinkedHashMap<>();
    peers.putAll(regrets(optuna, "optuna_functions.py", Problems.functions(), problems));
    peers.putAll(regrets(optuna, "optuna_tables.py", Problems.tables(), problems));
    return peers;
  }

  private Map<OptunaPeer.Key, double[]> regrets(
      OptunaPeer optuna, String script, List<Problem> kind, List<Problem> chosen) {
    List<String> names =
        kind.stream()
            .map(Problem::name)
            .filter(name -> chosen.stream().anyMatch(each -> each.name().equals(name)))
            .toList();
    return names.isEmpty()
        ? Map.of()
        : optuna.regrets(script, scope.seeds(), scope.trials(), names);
  }

  private static void row(
      Table table,
      Problem problem,
      String strategy,
      double[] ours,
      String peer,
      double[] theirs,
      Comparison comparison) {
    table.row(
        problem.name(),
        strategy,
        Quartiles.of(ours).toString(),
        peer,
        Quartiles.of(theirs).toString(),
        Cells.number(comparison.p()),
        comparison.toString());
  }
}
