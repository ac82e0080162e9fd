package sweep4j.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.config.SweepFileReader;
import sweep4j.driver.config.SweepFileWriter;
import sweep4j.driver.leaderboard.Leaderboard;
import sweep4j.driver.leaderboard.LeaderboardCsv;
import sweep4j.driver.space.SearchSpace;
import sweep4j.driver.study.Event;
import sweep4j.driver.study.Journal;
import sweep4j.driver.study.Provenance;
import sweep4j.driver.study.RunFolder;
import sweep4j.trial.Measurement;
import sweep4j.trial.Score;
import sweep4j.trial.StopReason;
import sweep4j.trial.Task;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;

/**
 * The folder of a run that never was, with what a leaderboard can hold at its worst: every kind of
 * parameter, conditions, every state, a gap in the numbers, and texts that are hard to write down.
 */
record ExportedRun(Path path, List<TrialRecord> trials) {

  /** What a spreadsheet must not run, and a reader of CSV must not trip over. */
  static final String ERROR = "=HYPERLINK(\"x\"), said \"no\";\n  twice, caf\u00e9 \\ 'q'";

  /** As the leaderboard has it. */
  static final String HARMLESS = "'=HYPERLINK(\"x\"), said \"no\"; twice, caf\u00e9 \\ 'q'";

  private static final String SWEEP =
      """
      name: other-tools
      data: {format: csv, path: table.csv, label: y}
      search: {method: random, max_trials: 14}
      parameters:
        learning_rate: {distribution: log_uniform, min: 1e-5, max: 0.1}
        dropout: {distribution: q_uniform, min: 0.0, max: 0.6, q: 0.1}
        lambda: {distribution: log_uniform, min: 1e-7, max: 1e-2, steps: 6}
        batch_size: {distribution: int_log_uniform, min: 8, max: 128}
        hidden_layers: {distribution: int_uniform, min: 1, max: 3, q: 2}
        hidden_units: {values: [[64, 32, 16], 128, [16, 16, 16]]}
        batch_norm: {values: [true, false]}
        updater: {values: [sgd, nesterovs, adam]}
        momentum: {distribution: uniform, min: 0.5, max: 0.99, when: {updater: [sgd, nesterovs]}}
        activation: {value: relu}
      """;

  private static final int TRIALS = 14;

  /** Stopped before it ended. */
  private static final int ABSENT = 4;

  static ExportedRun make(Path path) throws Exception {
    Files.createDirectories(path);
    Path file = Files.writeString(path.resolveSibling("other-tools.yaml"), SWEEP);
    SweepDefinition sweep = SweepFileReader.read(file, List.of());
    var folder = new RunFolder(path);
    folder.replace(RunFolder.SWEEP_FILE, SweepFileWriter.write(sweep));
    var random = new SplittableRandom(5);
    var trials = new ArrayList<TrialRecord>();
    for (int number = 0; number < TRIALS; number++) {
      TrialRecord trial = trial(number, sweep.space(), random);
      if (number != ABSENT) {
        trials.add(trial);
      }
    }
    write(folder, trials, sweep);
    return new ExportedRun(path, List.copyOf(trials));
  }

  private static void write(RunFolder folder, List<TrialRecord> trials, SweepDefinition sweep)
      throws IOException {
    var tested = new TreeMap<Integer, Double>();
    var provenance =
        new Provenance(
            sweep.name(), "9 rows", "0".repeat(64), "1", "native", "2026-01-01T00:00:00Z");
    var leaderboard = Leaderboard.of(trials, Task.CLASSIFICATION, sweep.workload().metric().goal());
    TrialRecord best = leaderboard.rows().get(0).trial();
    tested.put(best.trial(), 2.0 / 3.0);
    try (Journal journal = Journal.create(folder.journal(), provenance)) {
      for (TrialRecord trial : trials) {
        journal.reported(null, List.of(new Event.Ended(trial)));
      }
      journal.tested(tested);
    }
    folder.replace(
        RunFolder.LEADERBOARD,
        new LeaderboardCsv(Task.CLASSIFICATION, sweep.space().hyperparameters())
            .text(leaderboard.tested(tested, sweep.test().top())));
  }

  private static TrialRecord trial(int number, SearchSpace space, SplittableRandom random) {
    double[] point = random.doubles(space.dimensions()).toArray();
    var request = new TrialRequest(number, 1 + number / 6, random.nextLong(), space.at(point));
    TrialState state =
        switch (number) {
          case 6, 7 -> TrialState.PRUNED;
          case 8 -> TrialState.DIVERGED;
          case 9 -> TrialState.FAILED;
          default -> TrialState.COMPLETED;
        };
    double loss = random.nextDouble();
    var result =
        new TrialResult(
            number,
            state,
            stopReason(state),
            measurement(state, loss, random),
            state == TrialState.FAILED ? 0 : 3,
            state == TrialState.FAILED
                ? List.of()
                : List.of(random.nextDouble(), 1e-9 * loss, loss),
            random.nextDouble() * 100,
            state == TrialState.FAILED ? "" : "driver@host",
            state == TrialState.FAILED ? "" : "cpu",
            1,
            state == TrialState.FAILED ? ERROR : null);
    return new TrialRecord(
        request,
        state == TrialState.FAILED
            ? result
            : result.startedAt(Instant.ofEpochMilli(1_795_926_643_000L + 1001L * number)));
  }

  private static @Nullable StopReason stopReason(TrialState state) {
    return switch (state) {
      case PRUNED -> StopReason.PRUNER;
      case DIVERGED -> StopReason.NON_FINITE_LOSS;
      case FAILED -> null;
      default -> StopReason.MAX_EPOCHS;
    };
  }

  private static @Nullable Measurement measurement(
      TrialState state, double loss, SplittableRandom random) {
    if (!state.isMeasured()) {
      return null;
    }
    Score training =
        state == TrialState.PRUNED ? null : new Score(random.nextDouble() / 3, 1.0 / 3.0);
    return new Measurement(loss, new Score(loss, random.nextDouble()), training, 2);
  }

  /** The cells of the leaderboard that are not empty, by row and column; rows from 0. */
  Map<String, Map<String, String>> byRow() throws IOException {
    var cells = new LinkedHashMap<String, Map<String, String>>();
    List<Map<String, String>> rows = Rows.of(path).rows();
    for (int row = 0; row < rows.size(); row++) {
      var filled = new TreeMap<>(rows.get(row));
      filled.values().removeIf(String::isEmpty);
      cells.put(String.valueOf(row), filled);
    }
    return cells;
  }

  /** The same by the numbers of the trials. */
  Map<String, Map<String, String>> byTrial() throws IOException {
    var cells = new TreeMap<String, Map<String, String>>();
    for (Map<String, String> row : byRow().values()) {
      cells.put(row.getOrDefault("trial", ""), row);
    }
    return cells;
  }

  /** Cells as whoever runs no formulas has them. */
  static Map<String, Map<String, String>> unspoiled(Map<String, Map<String, String>> cells) {
    cells.values().forEach(row -> row.replace("error", HARMLESS, ERROR));
    return cells;
  }
}
