package sweep4j.driver.cli;

import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.ensemble.RightClasses;
import sweep4j.driver.ensemble.RightNumbers;
import sweep4j.driver.ensemble.Truth;
import sweep4j.driver.spark.Split;
import sweep4j.trial.Task;
import sweep4j.worker.data.Labels;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.data.Subset;

/** A sweep's data, as its ensembles are judged by them. */
final class EnsembleData {

  /**
   * Answers of all models to a split, at most: a quarter of a GiB in the driver, which has 1 GiB
   * unless told otherwise.
   */
  static final long MOST_ANSWERS = 1L << 25;

  private EnsembleData() {}

  /** The right answers to {@code split}. */
  static Truth truth(PreparedData data, Split split) {
    Subset rows = split.of(data);
    if (data.task() == Task.CLASSIFICATION) {
      var labels = new int[rows.size()];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = ((Labels.Classes) rows.examples().labels()).of(rows.row(i));
      }
      return new RightClasses(data.outputWidth(), labels);
    }
    var targets = new double[rows.size()];
    for (int i = 0; i < targets.length; i++) {
      float target = ((Labels.Targets) rows.examples().labels()).of(rows.row(i));
      targets[i] = data.scaling().scaleTarget(target);
    }
    return new RightNumbers(data.scaling().targetUnit(), targets);
  }

  /** Refuses an ensemble of more answers than fit into the driver's memory. */
  static void checkSize(SweepDefinition sweep, PreparedData data) throws BadInput {
    if (!sweep.ensemble().wanted()) {
      return;
    }
    long rows = Math.max(data.validation().size(), data.test().size());
    long answers = sweep.ensemble().top() * rows * data.outputWidth();
    if (answers > MOST_ANSWERS) {
      throw new BadInput(
          "ensemble.top: %d models with %d answers to each of %d validation or test rows are %d numbers, and at most %d fit: lower ensemble.top, hold out fewer rows, or leave the ensemble out"
              .formatted(sweep.ensemble().top(), data.outputWidth(), rows, answers, MOST_ANSWERS));
    }
  }
}
