package sweep4j.worker.data;

import java.util.Arrays;
import java.util.SplittableRandom;
import sweep4j.trial.Fold;
import sweep4j.trial.Seeds;
import sweep4j.trial.Task;

/**
 * Deals training rows into folds of equal size, give or take a row, with equal shares of each
 * class, or of each tenth of a regression's targets. A class of a single row is in no fold: without
 * it there would be nothing to learn the class from.
 */
final class Folds {

  private final Subset training;
  private final Strata strata;

  Folds(Task task, Subset training, int classes) {
    this.training = training;
    this.strata =
        task == Task.CLASSIFICATION
            ? Strata.of(Labels.classes(classes(training)), classes)
            : Strata.of(Labels.targets(targets(training)));
  }

  private static int[] classes(Subset rows) {
    var labels = (Labels.Classes) rows.examples().labels();
    return Arrays.stream(rows.rows()).map(labels::of).toArray();
  }

  private static float[] targets(Subset rows) {
    var labels = (Labels.Targets) rows.examples().labels();
    var targets = new float[rows.size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = labels.of(rows.row(i));
    }
    return targets;
  }

  /** How many folds there can be with a row in each. */
  int most() {
    return Arrays.stream(strata.sizes()).filter(size -> size > 1).sum();
  }

  /** The rows of {@code fold}, ascending by their places. */
  Subset rows(Fold fold) {
    return training.at(places(fold, true));
  }

  /** All other rows, likewise. */
  Subset others(Fold fold) {
    return training.at(places(fold, false));
  }

  private int[] places(Fold fold, boolean inside) {
    var inFold = new boolean[training.size()];
    SplittableRandom random = Seeds.random(fold.seed(), Seeds.Stream.FOLDS);
    int dealt = 0;
    for (int[] places : strata.rows()) {
      Shuffle.shuffle(places, random.split());
      if (places.length < 2) {
        continue;
      }
      for (int place : places) {
        // On from where the stratum before ended, or the first folds would be the largest.
        inFold[place] = dealt % fold.of() == fold.number();
        dealt++;
      }
    }
    var chosen = new int[training.size()];
    int size = 0;
    for (int place = 0; place < inFold.length; place++) {
      if (inFold[place] == inside) {
        chosen[size++] = place;
      }
    }
    return Arrays.copyOf(chosen, size);
  }
}
