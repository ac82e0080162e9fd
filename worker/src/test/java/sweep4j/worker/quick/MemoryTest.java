package sweep4j.worker.quick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import sweep4j.worker.device.NativeRuntime;

/** Prevents native memory that is read or written where, or when, it is not the array's. */
class MemoryTest {

  @BeforeAll
  static void prepareThread() {
    NativeRuntime.ready();
  }

  /** An array of no workspace is freed with the last reference to it. */
  @Test
  void keepsItsArray() {
    INDArray array = Nd4j.ones(DataType.FLOAT, 3, 5);
    Memory memory = Memory.ofRows(array);
    var seen = new WeakReference<>(array);
    array = null;
    try {
      System.gc();
      assertThat(seen.get()).isNotNull();
    } finally {
      Reference.reachabilityFence(memory);
    }
  }

  /**
   * The results of a thousand large images are more than a buffer of Java reaches: 2 GiB, here 8
   * values.
   */
  @Test
  void reachesAllOfAnArrayThatNoBufferHolds() {
    try (INDArray array = Nd4j.zeros(DataType.FLOAT, 21)) {
      var memory = new Memory(array, 8);
      for (int at : new int[] {0, 3, 6, 9, 12, 18, 15, 1}) {
        memory.write(at, new float[] {at, at + 1, at + 2}, 3);
      }
      float[] expected = array.data().asFloat();
      for (int at = 1; at < 21; at++) {
        assertThat(expected[at]).isEqualTo(at);
      }
      var read = new float[3];
      for (int at = 18; at >= 0; at--) {
        memory.read(at, read, 3);
        assertThat(read).containsExactly(expected[at], expected[at + 1], expected[at + 2]);
      }
      assertThatThrownBy(() -> memory.read(19, read, 3))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void productsRefuseMatricesOfOtherSizes() {
    Memory six = Memory.ofRows(Nd4j.ones(DataType.FLOAT, 2, 3));
    Memory four = Memory.ofRows(Nd4j.ones(DataType.FLOAT, 2, 2));
    Products.withTransposed(six, six, four, 2, 2, 3);
    assertThatThrownBy(() -> Products.withTransposed(six, six, four, 2, 2, 4))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Products.plain(six, six, six, 2, 3, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[3, 3]");
    assertThatThrownBy(() -> Products.ofTransposed(six, six, four, 3, 3, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
