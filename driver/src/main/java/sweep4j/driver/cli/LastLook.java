package sweep4j.driver.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import sweep4j.driver.study.Journal;
import sweep4j.trial.Score;
import sweep4j.trial.TrialRecord;

/**
 * Scores the best trials on the test split: once each, as the journal remembers, and after all has
 * been chosen.
 */
final class LastLook {

  /** Scores networks. */
  interface Judge {

    /** As {@link sweep4j.driver.spark.SparkTrialExecutor#score}, on the validation split. */
    Score validation(String name, byte[] model) throws IOException;

    /** As {@link sweep4j.driver.spark.SparkTrialExecutor#quality}, on the test split. */
    double test(String name, byte[] model) throws IOException;
  }

  private final RunFiles files;
  private final Judge judge;
  private final Journal journal;
  private final SortedMap<Integer, Double> tested;
  private final List<String> leftOut = new ArrayList<>();

  /**
   * Goes on from an earlier run.
   *
   * @param tested what it has scored already, by trial
   */
  LastLook(RunFiles files, Judge judge, Journal journal, Map<Integer, Double> tested) {
    this.files = files;
    this.judge = judge;
    this.journal = journal;
    this.tested = new TreeMap<>(tested);
  }

  /**
   * Scores {@code top} as far as they have not been, and writes it down. A trial whose network is
   * not there is left out, which {@link #leftOut} tells.
   *
   * @param top in the order of their ranks, of which the first is the best
   * @return all scores that there are, as {@link sweep4j.trial.Score#quality}, by trial
   */
  Map<Integer, Double> score(List<TrialRecord> top) throws IOException {
    var fresh = new TreeMap<Integer, Double>();
    for (TrialRecord trial : top) {
      int number = trial.trial();
      if (tested.containsKey(number)) {
        continue;
      }
      if (trial.equals(top.get(0))) {
        fresh.put(number, judge.test(name(trial), files.bestModel()));
      } else if (files.models().holds(number)) {
        byte[] model = files.models().read(number);
        if (Ensembles.isOf(trial, judge.validation(name(trial), model))) {
          fresh.put(number, judge.test(name(trial), model));
        } else {
          leftOut.add(
              "test: trial %d is left out; %s does not have the validation loss of its trial: delete it, and go on with the same command and --resume"
                  .formatted(number, files.models().location(number)));
        }
      }
    }
    if (!fresh.isEmpty()) {
      journal.tested(fresh);
      tested.putAll(fresh);
    }
    return Map.copyOf(tested);
  }

  private static String name(TrialRecord trial) {
    return "trial " + trial.trial();
  }

  /** Which of the best trials were left out, and why, in words. */
  List<String> leftOut() {
    return List.copyOf(leftOut);
  }
}
