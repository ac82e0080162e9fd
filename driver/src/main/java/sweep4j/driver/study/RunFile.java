package sweep4j.driver.study;

import java.util.List;
import java.util.Optional;

/**
 * A file that a run may leave in its folder, for the reference.
 *
 * @param name its path in the folder; {@code N} and {@code E} stand for whole numbers
 * @param meaning what it is, and when it is there
 */
public record RunFile(String name, String meaning) {

  /** All there are. */
  public static final List<RunFile> ALL =
      List.of(
          new RunFile(
              RunFolder.LEADERBOARD,
              "the trials that have ended, the best first; written anew as trials end"),
          new RunFile(
              RunFolder.REPORT,
              "all that the run found out, as one page for a browser; written anew as trials end"),
          new RunFile(
              RunFolder.JOURNAL,
              "what was found out, a line with a checksum for each event; all else is made from it"),
          new RunFile("journal-N.jsonl", "the same, where the folder is no local one"),
          new RunFile(
              RunFolder.JOURNAL + ".damaged-N",
              "the journal as it was before `deploy/sweep repair` took lines out"),
          new RunFile(RunFolder.SWEEP_FILE, "the sweep as understood, every default written out"),
          new RunFile(
              RunFolder.INPUTS,
              "what became of a table's columns, or of images, by which `deploy/sweep predict` reads others"),
          new RunFile(
              RunFolder.BEST + "/model.zip",
              "the best network, its scaler with it, as Deeplearning4j's `ModelSerializer` reads it"),
          new RunFile(
              RunFolder.BEST + "/trial.json",
              "its trial, its values, and the names of inputs and classes in the network's order"),
          new RunFile(
              RunFolder.MODELS + "/trial-N.zip",
              "the networks of the best trials, where `confirm`, `ensemble` or `test` wants more than one"),
          new RunFile(
              RunFolder.ENSEMBLE + "/ensemble.json",
              "which of these networks an average is made of, with which weights, and its scores"),
          new RunFile(
              RunFolder.REFIT + "/model.zip", "the network that `refit` trained, with its scaler"),
          new RunFile(RunFolder.REFIT + "/refit.json", "how it was trained, and its scores"),
          new RunFile(
              RunFolder.CHECKPOINTS + "/trial-N-epoch-E.bin",
              "where a trial stands that a pruner has paused; gone when it has ended"),
          new RunFile(".lock", "keeps a second run out while one writes"),
          new RunFile(".lock-N", "the same, where the folder is no local one"));

  /** What is known of the file at {@code path} of a run's folder. */
  public static Optional<RunFile> at(String path) {
    return ALL.stream().filter(each -> each.isAt(path)).findFirst();
  }

  private boolean isAt(String path) {
    // A name of ours has no other capital letters than those that stand for numbers.
    return path.matches(name.replace(".", "\\.").replaceAll("[NE]", "[0-9]+"));
  }
}
