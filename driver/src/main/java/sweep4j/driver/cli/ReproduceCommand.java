package sweep4j.driver.cli;

import java.time.Duration;
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
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialResult;
import sweep4j.trial.Workload;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.training.Attendant;
import sweep4j.worker.training.TrialRunner;
import sweep4j.worker.training.WatchedTrials;

/** Trains one trial of a run again, in this process and without Spark. */
@Command(
    name = "reproduce",
    description = "Train a trial again, alone, and compare all that was measured, bit for bit.",
    mixinStandardHelpOptions = true)
final class ReproduceCommand implements Callable<Integer> {

  /** The name of the place. */
  private static final String HERE = "here";

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
      return call(run.read(new Lookups(Data.texts(), open.networks())));
    }
  }

  private int call(StoredRun stored) throws Exception {
    TrialRecord trial = trial(stored);
    if (stored.sweep().workload().dataParallel() != null) {
      throw new BadInput(
          "%s trained its trials with training.mode data_parallel, which takes Spark: run the sweep again in another folder, and compare its leaderboard"
              .formatted(run.location()));
    }
    LocalGpus.open("local[1]", stored.sweep().resources());
    PreparedData data = Data.load(stored.sweep());
    String difference = Data.difference(stored.journal(), data);
    if (difference != null) {
      throw new BadInput(
          "%s %s. Give back the data as they were".formatted(run.location(), difference));
    }
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.printf("trial %d: %s%n", number, Sentences.values(trial.request().hyperparameters()));
    String here = TrialRunner.nativeBuild();
    if (!here.equals(stored.journal().nativeBuild())) {
      out.printf(
          "The run began on '%s', and this is '%s': last digits may differ.%n",
          stored.journal().nativeBuild(), here);
    }
    out.flush();
    Workload workload = Reproduction.timeless(stored.sweep().workload());
    boolean timed = Reproduction.Ending.of(trial.result()) == Reproduction.Ending.TIMEOUT;
    Duration limit = timed ? stored.sweep().limits().trialTimeout() : null;
    TrialResult again =
        new WatchedTrials(
                new TrialRunner(data, workload, HERE, limit, Attendant.NOBODY), HERE, limit)
            .run(Reproduction.leg(trial, workload.maxEpochs()), null, Double.NEGATIVE_INFINITY)
            .result();
    var reproduction = Reproduction.of(trial.result(), again);
    reproduction.lines().forEach(out::println);
    out.flush();
    return reproduction.isSame() ? ExitStatus.SUCCESS : ExitStatus.BROKEN;
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
