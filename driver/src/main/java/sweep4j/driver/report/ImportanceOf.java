package sweep4j.driver.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.importance.Importance;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Goal;
import sweep4j.trial.Seeds;
import sweep4j.trial.Seeds.Stream;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialState;

/** How much each parameter of a sweep matters, in the words and columns of the page. */
final class ImportanceOf {

  /** With fewer a forest knows next to nothing. */
  private static final int FEWEST_TRIALS = 20;

  /** So many say as much as more would, in a second. */
  private static final int MOST_TRIALS = 2000;

  private final SweepDefinition sweep;
  private final SearchSpace space;
  private final Goal goal;

  ImportanceOf(SweepDefinition sweep) {
    this.sweep = sweep;
    this.space = sweep.searchedSpace();
    this.goal = sweep.workload().metric().goal();
  }

  /** Null for a sweep of a single parameter, or of none. */
  void write(JsonGenerator json, List<TrialRecord> ended) throws IOException {
    if (space.dimensions() < 2) {
      json.writeNull();
      return;
    }
    List<TrialRecord> known =
        ended.stream()
            .filter(trial -> trial.result().state() != TrialState.FAILED)
            .sorted(Comparator.comparingInt(TrialRecord::trial))
            .toList();
    json.writeStartObject();
    if (measured(known) < FEWEST_TRIALS) {
      json.writeStringField(
          "note",
          "It takes %d trials with an objective to say something of the parameters' importance."
              .formatted(FEWEST_TRIALS));
      json.writeArrayFieldStart("parts");
      json.writeEndArray();
    } else {
      write(json, known, drawn(known));
    }
    json.writeEndObject();
  }

  private static long measured(List<TrialRecord> trials) {
    return trials.stream().filter(trial -> trial.result().measurement() != null).count();
  }

  /** All trials, or as many of them as are enough, the same ones each time. */
  private List<TrialRecord> drawn(List<TrialRecord> trials) {
    if (trials.size() <= MOST_TRIALS) {
      return trials;
    }
    return trials.stream()
        .sorted(
            Comparator.comparingLong(
                trial -> Seeds.mix(sweep.seed(), Stream.IMPORTANCE, 1, trial.trial())))
        .limit(MOST_TRIALS)
        .toList();
  }

  private void write(JsonGenerator json, List<TrialRecord> known, List<TrialRecord> drawn)
      throws IOException {
    double[][] points =
        drawn.stream()
            .map(trial -> space.pointOf(trial.request().hyperparameters()))
            .toArray(double[][]::new);
    double[] costs = costs(drawn);
    double median = median(costs);
    Importance all = importance(points, costs);
    Importance better =
        importance(points, Arrays.stream(costs).map(cost -> Math.min(cost, median)).toArray());
    json.writeStringField("note", note(known, drawn));
    json.writeArrayFieldStart("names");
    for (var parameter : space.varying()) {
      json.writeString(parameter.name());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("parts");
    write(json, "the objective of all trials", all);
    write(json, "the objective of the better half", better);
    json.writeEndArray();
  }

  /** A trial that diverged counts as the worst that was measured. */
  private double[] costs(List<TrialRecord> trials) {
    double[] costs = trials.stream().mapToDouble(trial -> trial.result().cost(goal)).toArray();
    double worst = Arrays.stream(costs).filter(Double::isFinite).max().orElse(0.0);
    return Arrays.stream(costs).map(cost -> Double.isFinite(cost) ? cost : worst).toArray();
  }

  private static double median(double[] costs) {
    double[] sorted = costs.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private Importance importance(double[][] points, double[] costs) {
    var random = new SplittableRandom(Seeds.mix(sweep.seed(), Stream.IMPORTANCE, 0));
    return Importance.of(points, costs, random);
  }

  private String note(List<TrialRecord> known, List<TrialRecord> drawn) {
    var note =
        new StringBuilder(
            "How much of the objective's variance over the whole search space falls to each"
                + " parameter alone, and to two together beyond that: a functional analysis of"
                + " variance over a random forest (Hutter, Hoos and Leyton-Brown, 2014).");
    note.append(
        drawn.size() < known.size()
            ? " From %,d of %,d trials, drawn at random.".formatted(drawn.size(), known.size())
            : " From %,d trials.".formatted(drawn.size()));
    if (known.stream().anyMatch(trial -> trial.result().state() == TrialState.DIVERGED)) {
      note.append(" Those that diverged count as the worst measured.");
    }
    if (known.stream().anyMatch(trial -> trial.result().state() == TrialState.PRUNED)) {
      note.append(" Those that were pruned count with what they had reached.");
    }
    note.append(
        " In the objective of the better half, what is worse than the median counts as the median,"
            + " so that it shows what matters among good trials.");
    return note.toString();
  }

  private static void write(JsonGenerator json, String name, Importance importance)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeNumberField("fit", importance.fit());
    json.writeArrayFieldStart("main");
    for (double share : importance.main()) {
      json.writeNumber(share);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("pairs");
    for (Importance.Pair pair : importance.pairs()) {
      json.writeStartArray();
      json.writeNumber(pair.one());
      json.writeNumber(pair.other());
      json.writeNumber(pair.share());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
