package sweep4j.driver.cli;

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
import sweep4j.driver.standings.Standings;
import sweep4j.driver.study.History;

/** Tells why a trial trained for as long as it did. */
@Command(
    name = "why",
    description =
        "Tell in a sentence why a trial went on, was pruned, or ended as it did, and in another what its repeats say if it was confirmed.",
    mixinStandardHelpOptions = true)
final class WhyCommand implements Callable<Integer> {

  @Mixin private RunArgument run = new RunArgument();

  @Option(
      names = "--trial",
      paramLabel = "N",
      required = true,
      description = "Number of the trial, as in the leaderboard.")
  private int trial;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    StoredRun stored = run.read(Lookups.none());
    SweepDefinition sweep = stored.sweep();
    History history = stored.journal().history();
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(
        new Why(sweep.workload(), history)
            .sentence(trial)
            .orElseThrow(() -> new BadInput(unknown(sweep.sampler().trials()))));
    Confirmation confirmation =
        Standings.of(sweep, history).confirmation(Standings.byValidation(sweep, history.ended()));
    if (confirmation != null) {
      ConfirmText.sentence(trial, confirmation, sweep.workload().metric()).ifPresent(out::println);
    }
    out.flush();
    return ExitStatus.SUCCESS;
  }

  private String unknown(int trials) {
    return trial < 0 || trial >= trials
        ? "--trial must be from 0 to %d, but got %d".formatted(trials - 1, trial)
        : "trial %d has not come to a rung or to an end yet in %s".formatted(trial, run.location());
  }
}
