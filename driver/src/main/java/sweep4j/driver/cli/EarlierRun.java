package sweep4j.driver.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sweep4j.driver.config.Lookups;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.config.SweepFileException;
import sweep4j.driver.search.Observation;
import sweep4j.driver.search.Sampler;
import sweep4j.driver.search.WarmStart;
import sweep4j.driver.space.SearchSpace;
import sweep4j.driver.study.JournalReader;
import sweep4j.driver.study.Prior;
import sweep4j.trial.Goal;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.TrialRecord;
import sweep4j.worker.data.PreparedData;

/**
 * The earlier run that a sweep's sampler learns from.
 *
 * @param priors its trials that fit the sweep, in the order of their numbers
 * @param summary how many there are, in words; empty if the sweep learns from no earlier run
 */
record EarlierRun(List<Prior> priors, String summary) {

  /** For a sweep that learns from none. */
  private static final EarlierRun NONE = new EarlierRun(List.of(), "");

  /** What a new run of {@code sweep} has to learn from. */
  static EarlierRun of(SweepDefinition sweep, PreparedData data)
      throws BadInput, IOException, SweepFileException {
    String path = sweep.search().warmStart();
    if (path.isEmpty()) {
      return NONE;
    }
    var folder = RunLocation.folder(path);
    if (!folder.isInUse()) {
      throw refused(path, "holds no run: give search.warm_start the folder of one");
    }
    SweepDefinition earlier = StoredRun.sweep(folder, Lookups.none());
    JournalReader.Content content = RunRecords.journal(folder, earlier);
    refuseOtherCosts(sweep, data, earlier, content);
    List<Prior> priors = priors(sweep, earlier, content.history().ended());
    if (priors.stream().noneMatch(prior -> Double.isFinite(prior.cost()))) {
      throw refused(
          path,
          "has %d trials, but none with an objective fits this sweep: leave search.warm_start out"
              .formatted(content.history().ended().size()));
    }
    return new EarlierRun(
        priors,
        "warm start: %d of %d trials of %s"
            .formatted(priors.size(), content.history().ended().size(), path));
  }

  /** What a run of {@code sweep} that goes on had to learn from when it began. */
  static EarlierRun of(SweepDefinition sweep, JournalReader.Content former) {
    return former.priors().isEmpty()
        ? NONE
        : new EarlierRun(
            former.priors(),
            "warm start: %d trials of %s"
                .formatted(former.priors().size(), sweep.search().warmStart()));
  }

  private static void refuseOtherCosts(
      SweepDefinition sweep,
      PreparedData data,
      SweepDefinition earlier,
      JournalReader.Content content)
      throws BadInput {
    String path = sweep.search().warmStart();
    String remedy = ", so their costs cannot be compared: leave search.warm_start out";
    if (earlier.workload().metric() != sweep.workload().metric()) {
      throw refused(
          path,
          "compared trials by %s, and this sweep does by %s"
                  .formatted(earlier.workload().metric().key(), sweep.workload().metric().key())
              + remedy);
    }
    String difference = Data.difference(content, data);
    if (difference != null) {
      throw refused(path, difference + remedy);
    }
    if (!earlier.workload().model().equals(sweep.workload().model())) {
      throw refused(path, "trained networks of another kind: leave search.warm_start out");
    }
    // A learning rate means another thing then, and a regression's loss has another unit.
    if (earlier.data().scale() != sweep.data().scale()) {
      throw refused(path, "scaled the data in another way" + remedy);
    }
  }

  private static BadInput refused(String path, String why) {
    return new BadInput(path + " " + why);
  }

  private static List<Prior> priors(
      SweepDefinition sweep, SweepDefinition earlier, List<TrialRecord> trials) {
    Goal goal = sweep.workload().metric().goal();
    var priors = new ArrayList<Prior>();
    trials.stream()
        .sorted(Comparator.comparingInt(TrialRecord::trial))
        .forEach(
            trial ->
                configuration(sweep, earlier.workload().fixed(), trial)
                    .ifPresent(
                        fitting -> priors.add(new Prior(fitting, trial.result().cost(goal)))));
    return List.copyOf(priors);
  }

  /** The trial as one of {@code sweep}; empty if the sweep could not have tried it. */
  private static Optional<Hyperparameters> configuration(
      SweepDefinition sweep, Hyperparameters fixedThere, TrialRecord trial) {
    Hyperparameters trained = fixedThere.with(trial.request().hyperparameters());
    boolean same =
        sweep.workload().fixed().set().entrySet().stream()
            .allMatch(fixed -> trained.value(fixed.getKey()).equals(fixed.getValue()));
    return same ? sweep.searchedSpace().configurationOf(trained) : Optional.empty();
  }

  /** The sampler of {@code sweep}, led by this run. */
  Sampler sampler(SweepDefinition sweep) {
    SearchSpace space = sweep.searchedSpace();
    return WarmStart.of(
        sweep.sampler(),
        priors.stream()
            .map(prior -> new Observation(-1, space.pointOf(prior.hyperparameters()), prior.cost()))
            .toList());
  }
}
