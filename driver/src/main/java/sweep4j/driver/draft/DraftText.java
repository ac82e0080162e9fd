package sweep4j.driver.draft;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import sweep4j.driver.config.SweepSchema;
import sweep4j.driver.config.YamlText;
import sweep4j.trial.Missing;
import sweep4j.trial.Printable;
import sweep4j.worker.data.ColumnProfile;

/** A draft as a sweep file, with comments that say why, and what to change. */
public final class DraftText {

  private final SweepDraft draft;
  private final StringBuilder text = new StringBuilder();

  private DraftText(SweepDraft draft) {
    this.draft = draft;
  }

  /**
   * The file.
   *
   * @param name of the sweep
   * @param path of the data, as seen from the file
   * @param parquet whether they are of that format, and not CSV
   */
  public static String of(SweepDraft draft, String name, String path, boolean parquet) {
    return new DraftText(draft).file(name, path, parquet);
  }

  private String file(String name, String path, boolean parquet) {
    line(SweepSchema.FIRST_LINE);
    line(
        "# ('sweep schema > sweep.schema.json' makes that file, for editors that complete and check.)");
    line(
        "# A first sweep on %s, drafted by 'sweep init' from what the file holds."
            .formatted(comment(path)));
    line("# Check it with 'sweep validate', and change what you know better.");
    line("name: " + YamlText.of(name));
    line("seed: 42                          # one seed, one leaderboard");
    data(path, parquet);
    model();
    training();
    search();
    parameters();
    return text.toString();
  }

  private void data(String path, boolean parquet) {
    ColumnProfile label = draft.label().column();
    line("data:");
    line("  format: " + (parquet ? "parquet" : "csv"));
    line("  path: %s".formatted(YamlText.of(path)));
    line("  label: %s".formatted(YamlText.of(label.name())));
    if (draft.classification()) {
      ColumnProfile.Level most = label.levels().get(0);
      ColumnProfile.Level least = label.levels().get(label.levels().size() - 1);
      line(
          "  # %d classes, from %s (%d rows) to %s (%d)%s"
              .formatted(
                  label.levels().size(),
                  comment(most.text()),
                  most.rows(),
                  comment(least.text()),
                  least.rows(),
                  label.texts() == 0
                      ? ". If these numbers are amounts, set task: regression"
                      : ""));
      line("  task: classification");
    } else {
      line("  # numbers from %s to %s, predicted in this unit".formatted(label.min(), label.max()));
      line("  task: regression");
    }
    if (!draft.categories().isEmpty()) {
      line("  # columns of categories: each category becomes an input of 0 or 1");
      line("  categorical: " + list(draft.categories()));
    }
    if (!draft.leftOut().isEmpty()) {
      line("  # columns that are left out; take one off the list to use it");
      for (Map.Entry<String, String> each : draft.leftOut().entrySet()) {
        line("  #   %s: %s".formatted(comment(each.getKey()), comment(each.getValue())));
      }
      line("  ignore: " + list(List.copyOf(draft.leftOut().keySet())));
    }
    missing();
    line("  validation: 0.15                # trials are compared on these rows");
    line(
        "  test: 0.15                      # the winner alone is scored on these, once, at the end");
    line(
        "  scale: standardize              # each column to mean 0 and deviation 1, by training rows");
  }

  private void missing() {
    if (draft.missing() == Missing.DROP) {
      line(
          "  # %d rows have no label, so rows that lack any value are left out"
              .formatted(draft.label().column().missing()));
      line("  missing: drop");
    } else if (draft.missing() == Missing.MEAN) {
      line(
          draft.lacking().isEmpty()
              ? "  # nothing is missing, but rows to predict may lack a value, or have a new category"
              : "  # missing in " + comment(String.join(", ", draft.lacking())));
      line(
          "  # mean: the column's mean stands for it, or the most frequent category; drop: the row goes");
      line("  missing: mean");
    }
  }

  private void model() {
    line("model:");
    line(
        "  hidden_units: %s%s# wider for more rows (here %d, of %d inputs)"
            .formatted(
                draft.size().hiddenUnits(),
                " ".repeat(Math.max(1, 18 - draft.size().hiddenUnits().toString().length())),
                draft.rows(),
                draft.inputs()));
    line("training:");
  }

  private void training() {
    line(
        "  max_epochs: %-20d# passes over the training rows at most"
            .formatted(draft.size().maxEpochs()));
    line(
        "  early_stopping: {patience: %d}   # passes without a better score that end a trial"
            .formatted(draft.size().patience()));
    line(
        draft.classification()
            ? "metric: {name: validation_loss, goal: minimize}   # steadier than validation_accuracy, with few rows"
            : "metric: {name: validation_rmse, goal: minimize}   # in the label's own unit");
  }

  private void search() {
    line(
        "# narrows its ranges around the best, round by round; method: random looks everywhere to the end");
    line("search: {method: coarse_to_fine, max_trials: %d}".formatted(draft.size().trials()));
    line("limits: {timeout: 30m}            # what has ended by then counts; --resume goes on");
  }

  private void parameters() {
    line("# best values at the edge of a range? A run says so; widen it then.");
    line("parameters:");
    line("  learning_rate: {distribution: log_uniform, min: 1e-4, max: 3e-2}");
    line(
        "  lambda:        {distribution: log_uniform, min: 1e-7, max: 1e-2}   # penalty on large weights");
    line(
        "  dropout:       {distribution: uniform, min: 0.0, max: 0.5}         # against learning by heart");
    line("  batch_size:    {values: %s}".formatted(draft.size().batchSizes()));
  }

  private static String list(List<String> names) {
    return names.stream().map(YamlText::of).collect(joining(", ", "[", "]"));
  }

  /** A text of the data, as one line of a comment can hold it. */
  private static String comment(String text) {
    return Printable.line(text);
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}
