package sweep4j.worker.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sweep4j.trial.Fold;
import sweep4j.trial.Task;

/** A row that is learned from and scored, or scored twice, would make luck look like merit. */
class FoldsTest {

  /** Every other row of 100: 38 of class 0, 11 of class 1, a single one of class 2. */
  private static Subset classes() {
    int[] ids = IntStream.range(0, 100).map(i -> i == 50 ? 2 : i % 9 == 0 ? 1 : 0).toArray();
    var examples = new Examples(Features.ofFloats(new float[100], 1), Labels.classes(ids));
    return new Subset(
        examples, IntStream.range(0, 50).map(i -> 2 * i + (i == 49 ? 1 : 0)).toArray());
  }

  private static int count(Subset rows, int id) {
    var labels = (Labels.Classes) rows.examples().labels();
    return (int) Arrays.stream(rows.rows()).filter(row -> labels.of(row) == id).count();
  }

  @Test
  void eachRowIsInOneFoldAndNotInWhatIsLearnedFromThen() {
    Subset training = classes();
    var folds = new Folds(Task.CLASSIFICATION, training, 3);
    List<Integer> scored = new ArrayList<>();
    for (int number = 0; number < 4; number++) {
      var fold = new Fold(number, 4, 42);
      List<Integer> rows = Arrays.stream(folds.rows(fold).rows()).boxed().toList();
      List<Integer> others = Arrays.stream(folds.others(fold).rows()).boxed().toList();
      assertThat(rows).doesNotContainAnyElementsOf(others).hasSizeBetween(12, 13);
      assertThat(rows.size() + others.size()).isEqualTo(training.size());
      scored.addAll(rows);
    }
    assertThat(scored).doesNotHaveDuplicates().hasSize(49);
    assertThat(Arrays.stream(training.rows()).boxed().toList()).containsAll(scored);
  }

  @Test
  void classesHaveTheirShares() {
    Subset training = classes();
    var folds = new Folds(Task.CLASSIFICATION, training, 3);
    int ofClass1 = count(training, 1);
    for (int number = 0; number < 4; number++) {
      assertThat(count(folds.rows(new Fold(number, 4, 42)), 1))
          .isBetween(ofClass1 / 4, ofClass1 / 4 + 1);
    }
  }

  /** Scored, it could not have been learned. */
  @Test
  void aClassOfOneRowIsAlwaysLearned() {
    var folds = new Folds(Task.CLASSIFICATION, classes(), 3);
    for (int number = 0; number < 4; number++) {
      assertThat(count(folds.others(new Fold(number, 4, 42)), 2)).isEqualTo(1);
    }
    assertThat(folds.most()).isEqualTo(49);
  }

  @Test
  void aSeedIsADealing() {
    var folds = new Folds(Task.CLASSIFICATION, classes(), 3);
    assertThat(folds.rows(new Fold(0, 4, 42)).rows())
        .isEqualTo(folds.rows(new Fold(0, 4, 42)).rows())
        .isNotEqualTo(folds.rows(new Fold(0, 4, 43)).rows());
  }

  /** Targets in order, dealt without strata, would leave folds of small and of large ones. */
  @Test
  void foldsOfARegressionHaveTargetsOfAllSizes() {
    var targets = new float[200];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = i;
    }
    var examples = new Examples(Features.ofFloats(new float[200], 1), Labels.targets(targets));
    var folds = new Folds(Task.REGRESSION, Subset.all(examples), 0);
    for (int number = 0; number < 5; number++) {
      int[] rows = folds.rows(new Fold(number, 5, 42)).rows();
      assertThat(rows).hasSize(40);
      for (int bin = 0; bin < 10; bin++) {
        int from = 20 * bin;
        assertThat(Arrays.stream(rows).filter(row -> row >= from && row < from + 20)).hasSize(4);
      }
    }
    assertThat(folds.most()).isEqualTo(200);
  }

  @Test
  void moreFoldsThanRowsAreRefused() {
    var folds = new Folds(Task.CLASSIFICATION, classes(), 3);
    assertThatThrownBy(() -> folds.rows(new Fold(49, 50, 42)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
