package sweep4j.worker.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.factory.Nd4j;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;

class MiniBatchesTest {
  /** Row r holds r and -r, and is of class r mod 3; the split is every row but 0. */
  private static final int ROWS = 11;

  private static MiniBatches batches(int batchSize) throws DataException {
    float[] values = new float[2 * ROWS];
    int[] classes = new int[ROWS];
    int[] split = new int[ROWS - 1];
    for (int row = 0; row < ROWS; row++) {
      values[2 * row] = row;
      values[2 * row + 1] = -row;
      classes[row] = row % 3;
    }
    for (int i = 0; i < split.length; i++) {
      split[i] = i + 1;
    }
    var examples = new Examples(Features.ofFloats(values, 2), Labels.classes(classes));
    var subset = new Subset(examples, split);
    Scaling scaling = Scaling.fit(Scale.NONE, subset, List.of("a", "b"), "t.csv");
    return new MiniBatches(subset, scaling, 3, batchSize);
  }

  private static List<Integer> rows(Iterator<Batch> epoch) {
    var rows = new ArrayList<Integer>();
    while (epoch.hasNext()) {
      try (Batch batch = epoch.next()) {
        for (int i = 0; i < batch.size(); i++) {
          rows.add(batch.row(i));
        }
      }
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 9, 10, 11, Integer.MAX_VALUE})
  void eachRowIsInOneBatchWithItsOwnLabel(int batchSize) throws Exception {
    MiniBatches batches = batches(batchSize);
    for (int seed = 0; seed < 3; seed++) {
      var seen = new ArrayList<Integer>();
      int count = 0;
      for (var epoch = batches.shuffled(new SplittableRandom(seed), new SplittableRandom(0));
          epoch.hasNext();
          count++) {
        try (Batch batch = epoch.next()) {
          assertThat(batch.features().shape()).containsExactly(batch.size(), 2);
          assertThat(batch.labels().shape()).containsExactly(batch.size(), 3);
          assertThat(batch.features().dataType()).isEqualTo(DataType.FLOAT);
          assertThat(batch.features().ordering()).isEqualTo('c');
          for (int i = 0; i < batch.size(); i++) {
            int row = batch.row(i);
            seen.add(row);
            assertThat(batch.features().getFloat(i, 0)).isEqualTo(row);
            assertThat(batch.features().getFloat(i, 1)).isEqualTo(-row);
            assertThat(batch.classOf(i)).isEqualTo(row % 3);
            for (int id = 0; id < 3; id++) {
              // Labels left over from the batch before would give an example two classes.
              assertThat(batch.labels().getFloat(i, id)).isEqualTo(id == row % 3 ? 1 : 0);
            }
          }
        }
      }
      assertThat(seen).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
      assertThat(count).isEqualTo((int) Math.ceil(10.0 / batchSize));
    }
  }

  /** A run that resumes at an epoch must get that epoch's order without the ones before it. */
  @Test
  void orderDependsOnTheGeneratorAlone() throws Exception {
    MiniBatches fresh = batches(4);
    MiniBatches used = batches(4);
    rows(used.shuffled(new SplittableRandom(1), new SplittableRandom(0)));
    List<Integer> order = rows(fresh.shuffled(new SplittableRandom(2), new SplittableRandom(0)));
    assertThat(rows(used.shuffled(new SplittableRandom(2), new SplittableRandom(0))))
        .isEqualTo(order);
    assertThat(rows(used.shuffled(new SplittableRandom(3), new SplittableRandom(0))))
        .isNotEqualTo(order);
    assertThat(rows(batches(3).shuffled(new SplittableRandom(2), new SplittableRandom(0))))
        .isEqualTo(order);
    assertThat(rows(used.inOrder())).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  /** Buffers are used again, so an array that merely wrapped one would change under the network. */
  @Test
  void laterBatchesLeaveEarlierOnesAlone() throws Exception {
    Iterator<Batch> epoch = batches(5).inOrder();
    try (Batch first = epoch.next();
        Batch second = epoch.next()) {
      assertThat(first.features().getFloat(0, 0)).isEqualTo(1);
      assertThat(second.features().getFloat(0, 0)).isEqualTo(6);
    }
    assertThat(epoch.hasNext()).isFalse();
    assertThatThrownBy(epoch::next).isInstanceOf(NoSuchElementException.class);
  }

  /** Arrays of a workspace lie at an offset in its memory; values must land there, not before. */
  @Test
  void batchesInAWorkspaceHoldTheirOwnValues() throws Exception {
    var configuration = WorkspaceConfiguration.builder().initialSize(1 << 20).build();
    try (MemoryWorkspace workspace =
        Nd4j.getWorkspaceManager().getAndActivateWorkspace(configuration, "batches")) {
      Iterator<Batch> epoch = batches(5).inOrder();
      Batch first = epoch.next();
      Batch second = epoch.next();
      assertThat(first.features().isAttached()).isTrue();
      assertThat(first.features().toFloatMatrix()[4]).containsExactly(5, -5);
      assertThat(second.features().toFloatMatrix()[4]).containsExactly(10, -10);
      assertThat(first.labels().toFloatMatrix()[4]).containsExactly(0, 0, 1);
      // Its memory is the workspace's to free.
      first.close();
      assertThat(workspace.getCurrentSize()).isPositive();
    }
    Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
  }

  @Test
  void closingTheLastBatchFreesTheArrays() throws Exception {
    for (int size : new int[] {10, 7}) {
      Iterator<Batch> epoch = batches(size).inOrder();
      while (epoch.hasNext()) {
        Batch batch = epoch.next();
        batch.close();
        assertThat(batch.features().wasClosed()).isTrue();
        assertThat(batch.labels().wasClosed()).isTrue();
      }
    }
  }

  @Test
  void aClosedBatchLendsItsArraysToTheNext() throws Exception {
    Iterator<Batch> epoch = batches(5).inOrder();
    Batch first = epoch.next();
    first.close();
    first.close();
    try (Batch second = epoch.next()) {
      assertThat(second.features()).isSameAs(first.features());
      assertThat(second.features().toFloatMatrix()[4]).containsExactly(10, -10);
      assertThat(second.labels().toFloatMatrix()).hasDimensions(5, 3);
    }
  }

  @Test
  void regressionHasOneScaledTargetPerRow() throws Exception {
    PreparedData data =
        ShippedDataTest.load(
            "concrete.csv", "compressive_strength", Task.REGRESSION, Scale.STANDARDIZE);
    double sum = 0;
    double squares = 0;
    for (var epoch = data.batches(data.training(), 64).inOrder(); epoch.hasNext(); ) {
      try (Batch batch = epoch.next()) {
        assertThat(batch.labels().shape()).containsExactly(batch.size(), 1);
        for (int i = 0; i < batch.size(); i++) {
          float scaled = batch.labels().getFloat(i, 0);
          assertThat(scaled).isEqualTo(data.scaling().scaleTarget(batch.targetOf(i)));
          sum += scaled;
          squares += scaled * (double) scaled;
        }
      }
    }
    // Mean 0 and variance 1, less the rounding of 720 floats.
    assertThat(Math.abs(sum / data.training().size())).isLessThan(1e-5);
    assertThat(Math.abs(squares / data.training().size() - 1)).isLessThan(1e-5);
  }

  /**
   * The product of rows and columns does not fit an int; it must not wrap around to a small one.
   */
  @Test
  void refusesBatchLargerThanAnArray() throws Exception {
    var examples =
        new Examples(Features.ofBytes(new byte[1 << 16], 1), Labels.classes(new int[1 << 16]));
    var all = Subset.all(examples);
    Scaling scaling = Scaling.fit(Scale.NONE, all, List.of("a"), "images");
    assertThatThrownBy(() -> new MiniBatches(all, scaling, 1 << 16, 1 << 16))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a batch must have no more than 536870911 values, but 65536 rows of 65536 have more");
  }

  @Test
  void refusesBatchSizeBelowOne() {
    assertThatThrownBy(() -> batches(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a batch has at least one row, but got 0");
  }
}
