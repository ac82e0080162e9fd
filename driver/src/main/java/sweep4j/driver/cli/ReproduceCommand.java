package sweep4j.driver.cli;

import java.util.Comparator;
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
import sweep4j.driver.spark.LocalGpus;
import sweep4j.trial.Repeat;
import sweep4j.trial.TrialRecord;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.training.TrialRunner;

/** Trains one trial of a run again, and its repeats if it was confirmed. */
@Command(
    name = "reproduce",
    description =
        "Train a trial again, and its repeats if it was confirmed, alone, and compare all that was measured, bit for bit.",
    mixinStandardHelpOptions = true)
final class ReproduceCommand implements Callable<Integer> {

  @Mixin private RunArgument run = new RunArgument();

  @Option(
      names = "--trial",
      paramLabel = "N",
      required = true,
      description = "Number of the trial, as in the leaderboard.")
  private int number;

  @Mixin private JarArguments jars = new JarArguments();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try (UserJars open = jars.open()) {
      return call(run.read(new Lookups(Data.texts(), open.networks())), open.paths());
    }
  }

  private int call(StoredRun stored, List<String> paths) throws Exception {
    TrialRecord trial = trial(stored);
    LocalGpus.open(Rerun.master(), stored.sweep().resources());
    PreparedData data = Data.load(stored.sweep());
    String difference = Data.difference(stored.journal(), data);
    if (difference != null) {
      throw new BadInput(
          "%s %s. Give back the data as they were".formatted(run.location(), difference));
    }
    var rerun = new Rerun(stored.sweep(), data, paths);
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.printf("trial %d: %s%n", number, Sentences.values(trial.request().hyperparameters()));
    String here = TrialRunner.nativeBuild();
    if (!here.equals(stored.journal().nativeBuild())) {
      out.printf(
          "The run began on '%s', and this is '%s': last digits may differ.%n",
          stored.journal().nativeBuild(), here);
    }
    out.flush();
    Reproduction reproduction = rerun.run(trial);
    reproduction.lines().forEach(out::println);
    boolean same = reproduction.isSame();
    List<TrialRecord> repeats = repeats(stored);
    // Of a run that was confirmed again with other folds, there are two that have one number.
    boolean twice = repeats.stream().mapToInt(ReproduceCommand::folds).distinct().count() > 1;
    for (TrialRecord repeat : repeats) {
      out.flush();
      Reproduction again = rerun.run(repeat);
      String words =
          repeat.request().inWords() + (twice ? " in %d folds".formatted(folds(repeat)) : "");
      if (again.isSame()) {
        out.printf("%s: %s%n", words, again.verdict());
      } else {
        out.printf("%s:%n", words);
        again.lines().forEach(out::println);
      }
      same &= again.isSame();
    }
    out.flush();
    return same ? ExitStatus.SUCCESS : ExitStatus.BROKEN;
  }

  /** Those of the trial that have ended, in their order. */
  private List<TrialRecord> repeats(StoredRun stored) {
    return stored.journal().history().repeats().entrySet().stream()
        .map(each -> new TrialRecord(each.getKey(), each.getValue().numbered(0)))
        .filter(each -> repeat(each).trial() == number)
        .sorted(
            Comparator.comparingInt(ReproduceCommand::folds)
                .thenComparingInt(each -> repeat(each).number()))
        .toList();
  }

  private static Repeat repeat(TrialRecord ended) {
    return Objects.requireNonNull(ended.request().repeat());
  }

  private static int folds(TrialRecord ended) {
    return repeat(ended).fold().of();
  }

  private TrialRecord trial(StoredRun stored) throws BadInput {
    List<TrialRecord> ended = stored.journal().history().ended();
    return ended.stream()
        .filter(each -> each.trial() == number)
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput(
                    "trial %d has not ended in %s; %s"
                        .formatted(
                            number,
                            run.location(),
                            ended.isEmpty() ? "no trial has" : ended.size() + " others have")));
  }
}
