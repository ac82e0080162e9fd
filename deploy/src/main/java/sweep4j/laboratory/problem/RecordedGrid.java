package sweep4j.laboratory.problem;

import static java.util.Comparator.comparingInt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.config.SweepFileException;
import sweep4j.driver.config.SweepFileReader;
import sweep4j.driver.search.SearchMethod;
import sweep4j.driver.study.JournalReader;
import sweep4j.driver.study.RunFolder;
import sweep4j.trial.Goal;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialState;

/** Makes a table of learning curves from the run of a grid without early stopping. */
public final class RecordedGrid {

  private RecordedGrid() {}

  /**
   * Writes the table of the run in {@code folder} to {@code table}.
   *
   * @throws IllegalArgumentException when the run is not such a grid, or not complete
   */
  public static void pack(Path folder, Path table) throws IOException, SweepFileException {
    var run = new RunFolder(folder);
    SweepDefinition sweep = SweepFileReader.read(folder.resolve(RunFolder.SWEEP_FILE), List.of());
    if (sweep.workload().metric().goal() != Goal.MINIMIZE) {
      throw new IllegalArgumentException(
          folder + ": curves must be of a loss, but this sweep's goal is to maximize");
    }
    int maxEpochs = sweep.workload().maxEpochs();
    List<TrialRecord> trials =
        JournalReader.read(run.journal(), sweep.catalogue()).history().ended().stream()
            .sorted(comparingInt(TrialRecord::trial))
            .toList();
    long cells = SearchMethod.Grid.cells(sweep.space());
    if (trials.size() != cells) {
      throw new IllegalArgumentException(
          folder
              + ": the grid has "
              + cells
              + " trials, but only "
              + trials.size()
              + " have ended");
    }
    trials.forEach(trial -> requireWhole(trial, maxEpochs));
    try (var out = Files.newOutputStream(table)) {
      new CurveTableWriter(sweep.space().hyperparameters(), maxEpochs).write(trials, out);
    }
  }

  private static void requireWhole(TrialRecord trial, int maxEpochs) {
    boolean diverged = trial.result().state() == TrialState.DIVERGED;
    boolean trained =
        trial.result().state() == TrialState.COMPLETED
            && trial.result().curve().size() == maxEpochs;
    if (!diverged && !trained) {
      throw new IllegalArgumentException(
          "trial "
              + trial.trial()
              + " must have diverged or trained for all "
              + maxEpochs
              + " epochs, but is "
              + trial.result().state()
              + " after "
              + trial.result().curve().size());
    }
  }
}
