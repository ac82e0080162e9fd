package sweep4j.driver.leaderboard;

import java.util.List;
import java.util.Map;
import sweep4j.trial.Task;

/**
 * What a column of the leaderboard means, for the reference.
 *
 * @param name in the header
 * @param meaning what its cells hold
 */
public record ColumnHelp(String name, String meaning) {

  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry(
              "rank",
              "1 for the best, of which `best/` has the network: confirmed trials by `confirm_mean`, behind them the others by `objective`; empty for a trial without one"),
          Map.entry("trial", "its number, from 0 in the order in which they were suggested"),
          Map.entry("round", "the round of the search that suggested it, from 1"),
          Map.entry(
              "state",
              "`COMPLETED`, `PRUNED`, `DIVERGED` (the loss is no number any more), `FAILED`"),
          Map.entry(
              "stop_reason",
              "why it trained no longer: `MAX_EPOCHS`, `EARLY_STOPPING`, `MAX_MINUTES`, `TRIAL_TIMEOUT`, `PRUNER`, `NON_FINITE_LOSS`; empty where it broke"),
          Map.entry(
              "objective",
              "the sweep's metric on the validation rows at its best epoch, by which trials are ranked unless they are confirmed"),
          Map.entry(
              "validation_loss",
              "mean loss of an example of the validation rows, without penalties on weights, at the best epoch"),
          Map.entry(
              "validation_accuracy",
              "share of the validation rows whose likeliest class is the right one; of a classification"),
          Map.entry(
              "validation_rmse",
              "root of the mean squared error on the validation rows, in the label's unit; of a regression"),
          Map.entry(
              "training_loss",
              "as `validation_loss`, on the training rows; empty for a trial that was pruned"),
          Map.entry("training_accuracy", "as `validation_accuracy`, on the training rows"),
          Map.entry("training_rmse", "as `validation_rmse`, on the training rows"),
          Map.entry(
              "test_accuracy",
              "as `validation_accuracy`, on the test rows; only of trials that were scored on them (`test.top`)"),
          Map.entry("test_rmse", "as `validation_rmse`, on the test rows; likewise"),
          Map.entry(
              "confirm_mean",
              "the sweep's metric in repeats of the trial, on training rows that these did not learn from: the mean over all of these; only of trials that were confirmed (`confirm`)"),
          Map.entry(
              "confirm_sd", "standard deviation of that from one part of the rows to another"),
          Map.entry("confirm_low", "lower end of the 95% interval of `confirm_mean`"),
          Map.entry("confirm_high", "upper end of it"),
          Map.entry(
              "tied_with_best",
              "whether chance alone may be what puts it behind the trial of rank 1; `false` means that it is worse"),
          Map.entry("gap", "`validation_loss` less `training_loss`"),
          Map.entry(
              "diagnosis",
              "what the two losses speak of: `OVERFITTING`, `UNDERFITTING`, `NEITHER`"),
          Map.entry(
              "gradients",
              "with `training.gradient_norms`, what becomes of the gradient on its way through the layers: `SOUND`, `VANISHING`, `EXPLODING`"),
          Map.entry("best_epoch", "the epoch, from 1, whose weights were kept"),
          Map.entry("epochs", "how many epochs were trained"),
          Map.entry("seed", "from which everything random in the trial comes"),
          Map.entry("started", "when its last part began, in UTC; differs from run to run"),
          Map.entry("seconds", "how long it trained; differs from run to run"),
          Map.entry(
              "executor",
              "where it was trained, one place after the other if it moved; differs from run to run"),
          Map.entry("device", "what it computed on; differs from run to run"),
          Map.entry(
              "attempts",
              "how often it was started, as its executor went away; differs from run to run"),
          Map.entry("error", "what went wrong, in one line"));

  /** The columns of a sweep's leaderboard in their order, those of its parameters left out. */
  public static List<ColumnHelp> of(Task task) {
    return Column.of(task, List.of()).stream().map(each -> of(each.name())).toList();
  }

  private static ColumnHelp of(String column) {
    String meaning = MEANINGS.get(column);
    if (meaning == null) {
      throw new IllegalStateException(
          "the leaderboard's column %s has no meaning: say in ColumnHelp what its cells hold"
              .formatted(column));
    }
    return new ColumnHelp(column, meaning);
  }
}
