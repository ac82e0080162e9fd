package sweep4j.worker.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A refit that learned from wrong rows would only be a little worse, and nobody would know why. */
class LearningFromTest {

  private static Subset subset(float[] values, int[] classes, int... rows) {
    return new Subset(new Examples(Features.ofFloats(values, 1), Labels.classes(classes)), rows);
  }

  private static float value(Subset subset, int place) {
    var row = new float[1];
    subset.examples().features().copyRow(subset.row(place), row, 0);
    return row[0];
  }

  private static int label(Subset subset, int place) {
    return ((Labels.Classes) subset.examples().labels()).of(subset.row(place));
  }

  @Test
  void rowsOfOneSourceComeBehindEachOther() {
    var examples =
        new Examples(Features.ofFloats(new float[] {0, 1, 2}, 1), Labels.classes(new int[3]));

    Subset both = new Subset(examples, new int[] {2, 0}).and(new Subset(examples, new int[] {1}));

    assertThat(both.examples()).isSameAs(examples);
    assertThat(both.rows()).containsExactly(2, 0, 1);
    assertThat(both.at(new int[] {2, 2, 0}).rows()).containsExactly(1, 1, 2);
  }

  @Test
  void rowsOfTwoSourcesKeepTheirLabels() {
    Subset first = subset(new float[] {10, 11, 12}, new int[] {0, 1, 0}, 1, 0);
    Subset second = subset(new float[] {20, 21}, new int[] {1, 0}, 1);

    Subset both = first.and(second);

    assertThat(both.size()).isEqualTo(3);
    assertThat(value(both, 0)).isEqualTo(11);
    assertThat(value(both, 1)).isEqualTo(10);
    assertThat(value(both, 2)).isEqualTo(21);
    assertThat(label(both, 0)).isEqualTo(1);
    assertThat(label(both, 2)).isZero();
  }

  @Test
  void targetsAreJoinedToo() {
    var first =
        new Examples(Features.ofFloats(new float[] {1}, 1), Labels.targets(new float[] {3}));
    var second =
        new Examples(Features.ofFloats(new float[] {2}, 1), Labels.targets(new float[] {4}));

    Subset both = Subset.all(first).and(Subset.all(second));

    assertThat(((Labels.Targets) both.examples().labels()).of(both.row(1))).isEqualTo(4);
  }

  @Test
  void otherColumnsDoNotFit() {
    Subset first = subset(new float[] {1}, new int[] {0}, 0);
    var wide =
        new Examples(Features.ofFloats(new float[] {1, 2}, 2), Labels.classes(new int[] {0}));

    assertThatThrownBy(() -> first.and(Subset.all(wide)))
        .hasMessageContaining("as many columns, but got 1 and 2");
  }
}
