package sweep4j.worker.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Data go to executors in Java's serialization; what grows or changes there, none would see. */
class FeaturesTest {
  private static final int ROWS = 30_000;

  static Stream<Features> all() {
    var random = new SplittableRandom(1);
    var numbers = new FloatBlocks.Builder(3);
    var codes = new FloatBlocks.Builder(3);
    byte[] bytes = new byte[3 * ROWS];
    int[] starts = new int[ROWS + 1];
    int[] indices = new int[ROWS];
    float[] values = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      numbers.add(new float[] {row, (float) random.nextDouble(), -row});
      codes.add(new float[] {row, random.nextInt(100), row % 3 == 0 ? Float.NaN : row});
      bytes[3 * row] = (byte) row;
      starts[row + 1] = row + 1;
      indices[row] = random.nextInt(100);
      values[row] = row + 1;
    }
    return Stream.of(
        new FloatFeatures(numbers.build()),
        new MixedFeatures(codes.build(), new int[] {0, 100, 0}).filled(new float[] {1, 2, 3}),
        Features.ofBytes(bytes, 3),
        new SparseFeatures(starts, indices, values, 100));
  }

  @ParameterizedTest
  @MethodSource("all")
  void comeBackAsTheyWereAndNoLarger(Features features) throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(features);
    }
    // Three floats a row and a block's head here and there, not a hundred inputs.
    assertThat(bytes.size()).isLessThan(3 * Float.BYTES * ROWS + 4000);
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      var back = (Features) in.readObject();
      assertThat(back.rows()).isEqualTo(ROWS);
      float[] expected = new float[features.columns()];
      float[] found = new float[back.columns()];
      for (int row = 0; row < ROWS; row += 97) {
        features.copyRow(row, expected, 0);
        back.copyRow(row, found, 0);
        assertThat(found).isEqualTo(expected);
      }
    }
  }

  /** Rows that lie in several blocks, the last of which is not full. */
  @ParameterizedTest
  @MethodSource("all")
  void everyRowHasItsPlace(Features features) {
    float[] row = new float[features.columns()];
    for (int i = 0; i < ROWS; i++) {
      features.copyRow(i, row, 0);
      if (features instanceof SparseFeatures) {
        float sum = 0;
        for (float value : row) {
          sum += value;
        }
        assertThat(sum).isEqualTo(i + 1);
      } else {
        assertThat(row[0]).isEqualTo(features instanceof ByteFeatures ? i & 0xff : i);
      }
    }
  }
}
