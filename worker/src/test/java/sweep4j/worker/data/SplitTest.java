package sweep4j.worker.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.trial.DataSource;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;

class SplitTest {

  private static PreparedData digits(long seed, double validation, double test) throws Exception {
    var source =
        new DataSource.Csv(ShippedDataTest.FOLDER.resolve("digits.csv").toString(), "label");
    var settings =
        InMemory.settings(source, Task.CLASSIFICATION, validation, test, Scale.STANDARDIZE);
    return DataLoader.load(settings, seed, SourceOpener.local());
  }

  private static int[] together(PreparedData data) {
    return IntStream.concat(
            Arrays.stream(data.training().rows()),
            IntStream.concat(
                Arrays.stream(data.validation().rows()), Arrays.stream(data.test().rows())))
        .sorted()
        .toArray();
  }

  /** A row in two splits would make validation look better than it is. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 42, -7})
  void eachRowIsInExactlyOneSplit(long seed) throws Exception {
    assertThat(together(digits(seed, 0.15, 0.15))).isEqualTo(IntStream.range(0, 1797).toArray());
  }

  @Test
  void seedDecidesTheSplit() throws Exception {
    PreparedData data = digits(42, 0.15, 0.15);
    PreparedData same = digits(42, 0.15, 0.15);
    PreparedData other = digits(43, 0.15, 0.15);
    assertThat(same.training().rows()).isEqualTo(data.training().rows());
    assertThat(same.validation().rows()).isEqualTo(data.validation().rows());
    assertThat(same.test().rows()).isEqualTo(data.test().rows());
    assertThat(other.validation().rows()).isNotEqualTo(data.validation().rows());
    assertThat(other.test().rows()).isNotEqualTo(data.test().rows());
    assertThat(other.contentHash()).isEqualTo(data.contentHash());
  }

  /** Rows drawn from the front of each class would leave the writers of the file's end unseen. */
  @Test
  void splitsAreDrawnFromTheWholeFile() throws Exception {
    int[] rows = digits(42, 0.15, 0.15).validation().rows();
    // 270 rows drawn evenly have a mean within 5 standard errors (30 rows each) of the middle.
    assertThat(Arrays.stream(rows).average().orElseThrow()).isBetween(898 - 150.0, 898 + 150.0);
    assertThat(rows).isSorted();
  }

  @Test
  void eachClassHasItsShare() throws Exception {
    PreparedData data = digits(42, 0.15, 0.1);
    int[] all = counts(Subset.all(data.training().examples()));
    int[] validation = counts(data.validation());
    int[] test = counts(data.test());
    for (int id = 0; id < 10; id++) {
      // By largest remainder, no class is a whole row away from its quota.
      assertThat(Math.abs(validation[id] - 0.15 * all[id])).isLessThan(1);
      assertThat(Math.abs(test[id] - 0.1 * all[id])).isLessThan(1);
    }
    assertThat(data.validation().size()).isEqualTo(270);
    assertThat(data.test().size()).isEqualTo(180);
  }

  private static int[] counts(Subset subset) {
    var labels = (Labels.Classes) subset.examples().labels();
    int[] counts = new int[10];
    for (int i = 0; i < subset.size(); i++) {
      counts[labels.of(subset.row(i))]++;
    }
    return counts;
  }

  /** A class that is missing from a split cannot be judged there, and nobody would notice. */
  @Test
  void rareClassIsInEverySplit() throws Exception {
    var settings = InMemory.csv(Task.CLASSIFICATION, 0.05, 0.05, Scale.NONE);
    var file =
        new InMemory().with("t.csv", "a,y\n" + "1,common\n".repeat(60) + "2,rare\n".repeat(3));
    for (long seed = 0; seed < 20; seed++) {
      PreparedData data = DataLoader.load(settings, seed, file);
      for (Subset split : List.of(data.training(), data.validation(), data.test())) {
        assertThat(Arrays.stream(split.rows()).filter(row -> row >= 60).count()).isEqualTo(1);
      }
    }
  }

  /** Large shares of few rows round to all of them; a split must not come out empty. */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.3, 0.4})
  void fewRowsLeaveNoSplitEmpty(double share) throws Exception {
    var classes = InMemory.csv(Task.CLASSIFICATION, share, share, Scale.NONE);
    var file = new InMemory().with("t.csv", "a,y\n" + "1,0\n1,1\n".repeat(3));
    PreparedData data = DataLoader.load(classes, 1, file);
    assertThat(together(data)).containsExactly(0, 1, 2, 3, 4, 5);
    var numbers = InMemory.csv(Task.REGRESSION, share, share, Scale.NONE);
    file.with("t.csv", "a,y\n1,1\n2,2\n3,3\n4,4\n5,5\n6,6\n7,7\n8,8\n9,9\n10,10\n");
    PreparedData regression = DataLoader.load(numbers, 1, file);
    assertThat(together(regression)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(regression.training().size()).isPositive();
    assertThat(regression.validation().size()).isPositive();
    assertThat(regression.test().size()).isPositive();
  }

  /** Rows of each class come in a fixed order here, which every tenth row would not see. */
  @Test
  void manyTrainingRowsAreScoredOnADraw() throws Exception {
    var settings = InMemory.csv(Task.CLASSIFICATION, 0.05, 0.05, Scale.NONE);
    var classes = IntStream.range(0, 10).mapToObj(id -> id + "," + id + "\n").toList();
    var file = new InMemory().with("t.csv", "a,y\n" + String.join("", classes).repeat(2000));
    PreparedData data = DataLoader.load(settings, 1, file);

    Subset scored = data.scoredTraining();

    assertThat(scored.size()).isEqualTo(10_000);
    assertThat(data.training().rows()).contains(scored.rows());
    assertThat(scored.rows()).isSorted().doesNotHaveDuplicates();
    assertThat(data.scoredTraining().rows()).isEqualTo(scored.rows());
    // 1,000 expected; a draw without replacement of 10,000 from 18,000 has a deviation of 20.
    assertThat(Arrays.stream(counts(scored)).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(900, 1100));
  }

  @Test
  void fewTrainingRowsAreAllScored() throws Exception {
    PreparedData data = digits(42, 0.15, 0.15);
    assertThat(data.scoredTraining()).isSameAs(data.training());
  }

  /** With a skewed target, a plain draw can leave the few large values out of validation. */
  @Test
  void regressionTakesItsShareAlongTheTarget() throws Exception {
    PreparedData data =
        ShippedDataTest.load(
            "concrete.csv", "compressive_strength", Task.REGRESSION, Scale.STANDARDIZE);
    var targets = (Labels.Targets) data.training().examples().labels();
    float[] sorted = new float[targets.rows()];
    for (int row = 0; row < sorted.length; row++) {
      sorted[row] = targets.of(row);
    }
    Arrays.sort(sorted);
    // A tenth of the rows lies above; 15.45 of them are validation's, and 1 for ties at the border.
    float border = sorted[sorted.length - 103];
    long above =
        Arrays.stream(data.validation().rows()).filter(row -> targets.of(row) >= border).count();
    assertThat(above).isBetween(14L, 17L);
    assertThat(data.validation().size()).isEqualTo(155);
    assertThat(data.test().size()).isEqualTo(155);
    assertThat(together(data)).isEqualTo(IntStream.range(0, 1030).toArray());
  }

  /** Floats as bits are in the wrong order below zero. */
  @Test
  void negativeTargetsAreInOrder() {
    float[] targets = new float[20];
    for (int row = 0; row < targets.length; row++) {
      targets[row] = row < 15 ? -1 - row : row;
    }
    Strata strata = Strata.of(Labels.targets(targets));
    assertThat(strata.count()).isEqualTo(2);
    assertThat(strata.rows()[0]).containsExactly(5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
    assertThat(strata.rows()[1]).containsExactly(0, 1, 2, 3, 4, 15, 16, 17, 18, 19);
  }

  @Test
  void everyOrderOfAShuffleIsEquallyLikely() {
    var random = new SplittableRandom(1);
    int[] seen = new int[6];
    for (int i = 0; i < 6000; i++) {
      int[] order = {0, 1, 2};
      Shuffle.shuffle(order, random);
      seen[order[0] * 2 + (order[1] > order[2] ? 1 : 0)]++;
    }
    // 1000 expected of each, standard deviation 29: within 5 of them.
    for (int count : seen) {
      assertThat(count).isBetween(855, 1145);
    }
  }

  /** Executors get the data by Java serialization; three copies of the examples would not do. */
  @Test
  void serializesOnceForAllSplits() throws Exception {
    PreparedData data = digits(42, 0.15, 0.15);
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(data);
    }
    assertThat(bytes.size()).isLessThan(1797 * (64 + 1 + 1) * 4 + 20_000);
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      var back = (PreparedData) in.readObject();
      assertThat(back.training().examples()).isSameAs(back.test().examples());
      assertThat(back.validation().rows()).isEqualTo(data.validation().rows());
      assertThat(back.scaling()).isEqualTo(data.scaling());
      assertThat(back.contentHash()).isEqualTo(data.contentHash());
    }
  }

  /** Training on labels that never differ would diverge, and say nothing of why. */
  @Test
  void aSplitThatLeavesNothingToLearnIsRefused() throws Exception {
    var files = new InMemory().with("t.csv", "x,y\n1,5\n2,5\n3,5\n4,5\n5,5\n6,5\n7,6\n");
    var settings = InMemory.csv(Task.REGRESSION, 0.3, 0.3, Scale.NONE);
    int refused = 0;
    for (long seed = 0; seed < 40; seed++) {
      try {
        PreparedData data = DataLoader.load(settings, seed, files);
        assertThat(data.training().rows()).contains(6);
      } catch (DataException e) {
        refused++;
        assertThat(e)
            .hasMessage(
                "t.csv: column \"y\": every label of the training split is 5.0, so there is nothing"
                    + " to learn. Add examples with other labels, or set another seed.");
      }
    }
    assertThat(refused).isBetween(1, 39);
  }
}
