package sweep4j.worker.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Fold;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.RefitRows;
import sweep4j.trial.Seeds;
import sweep4j.trial.TableInputs;
import sweep4j.trial.Task;

/**
 * Data as trials use them: read, checked, split, and with the scaling fitted. Loaded once, then
 * sent to where trials run; it holds no native memory.
 *
 * @param task what the labels mean
 * @param featureNames one per column of the features
 * @param classNames one per class, in the order of their numbers; empty for regression
 * @param imageShape how the features are images; null where they are none
 * @param scaling fitted on the training rows
 * @param training the rows to learn from
 * @param validation the rows to compare trials on
 * @param test the rows for the few best, once, at the end
 * @param table how rows of the table became inputs; null where the data are none
 * @param contentHash SHA-256, in hexadecimal, of the data as read: the same for the same data in
 *     another place, another for any other value, name or order
 * @param remarks what the user should know of the reading, such as rows left out; each a sentence
 *     without its dot
 */
public record PreparedData(
    Task task,
    List<String> featureNames,
    List<String> classNames,
    @Nullable ImageShape imageShape,
    Scaling scaling,
    Subset training,
    Subset validation,
    Subset test,
    @Nullable TableInputs table,
    String contentHash,
    List<String> remarks)
    implements Serializable {

  /** Of so many rows, the standard error of an accuracy is at most 0.005. */
  private static final int ROWS_TO_SCORE = 10_000;

  public PreparedData {
    featureNames = NamesByPlace.copyOf(featureNames);
    classNames = List.copyOf(classNames);
    remarks = List.copyOf(remarks);
  }

  /** How many numbers a network takes in per example. */
  public int inputWidth() {
    return featureNames.size();
  }

  /** How many numbers a network gives per example: one per class, or 1 for regression. */
  public int outputWidth() {
    return task == Task.CLASSIFICATION ? classNames.size() : 1;
  }

  /**
   * The training rows that trials are scored on: all; or, where they are more than 10,000 and more
   * than the validation rows, a draw of as many, which is the same for each trial.
   */
  public Subset scoredTraining() {
    return training.sample(
        Math.max(ROWS_TO_SCORE, validation.size()), Seeds.random(0, Seeds.Stream.SCORED_ROWS));
  }

  /**
   * The same data where {@code rows} are what is learned from. The scaling stays: the
   * hyperparameters were chosen for inputs as it makes them, and what stands for missing values was
   * taken from the same rows.
   */
  public PreparedData learningFrom(RefitRows rows) {
    return rows == RefitRows.TRAIN
        ? this
        : new PreparedData(
            task,
            featureNames,
            classNames,
            imageShape,
            scaling,
            training.and(validation),
            validation,
            test,
            table,
            contentHash,
            remarks);
  }

  /**
   * The same data where all training rows are learned from but those of {@code fold}. The
   * validation rows stay what training is stopped by, and the scaling stays as in {@link
   * #learningFrom}.
   *
   * @throws IllegalArgumentException if there are more folds than {@link #mostFolds}
   */
  public Folded folded(Fold fold) {
    var folds = new Folds(task, training, classNames.size());
    return new Folded(
        new PreparedData(
            task,
            featureNames,
            classNames,
            imageShape,
            scaling,
            folds.others(fold),
            validation,
            test,
            table,
            contentHash,
            remarks),
        folds.rows(fold));
  }

  /** How many folds the training rows can have. */
  public int mostFolds() {
    return new Folds(task, training, classNames.size()).most();
  }

  /** How many training rows each class has; empty for regression. */
  public List<Integer> classCounts() {
    int[] counts = new int[classNames.size()];
    if (training.examples().labels() instanceof Labels.Classes classes) {
      for (int i = 0; i < training.size(); i++) {
        counts[classes.of(training.row(i))]++;
      }
    }
    return Arrays.stream(counts).boxed().toList();
  }

  /**
   * Batches of one of the splits; for one thread.
   *
   * @param split {@link #training}, {@link #validation} or {@link #test}
   * @param batchSize rows per batch, at least 1
   */
  public MiniBatches batches(Subset split, int batchSize) {
    return new MiniBatches(split, scaling, outputWidth(), batchSize);
  }

  /**
   * Batches of the training split for a trial: of its size, images and labels varied as it wants;
   * for one thread.
   *
   * @throws IllegalArgumentException if it wants what these data cannot have, in words for the user
   */
  public MiniBatches trainingBatches(Hyperparameters hyperparameters) {
    return trainingBatches(training, hyperparameters);
  }

  /** As {@link #trainingBatches(Hyperparameters)}, of some rows. */
  public MiniBatches trainingBatches(Subset rows, Hyperparameters hyperparameters) {
    return new MiniBatches(
        rows,
        scaling,
        outputWidth(),
        hyperparameters.whole(Hyperparameter.BATCH_SIZE),
        Variation.of(hyperparameters, imageShape, outputWidth()));
  }
}
