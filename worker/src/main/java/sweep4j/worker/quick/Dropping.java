package sweep4j.worker.quick;

import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.rng.Random;

/**
 * Plain dropout of a layer's inputs: each is zero with probability p, else divided by 1 - p. A seed
 * is drawn for each mini-batch; what becomes of input number i is a hash of that seed and i.
 */
final class Dropping {
  /** An odd number near 2^32 divided by the golden ratio: consecutive multiples spread evenly. */
  private static final int STRIDE = 0x9e3779b9;

  private static final int HASH_BITS = 24;

  private final int threshold;
  private final float[] factors;
  private final Scratch mask = new Scratch();
  private final Scratch values = new Scratch();
  private int[] hashes = {};
  private int[] multiples = {};

  private Dropping(double keep) {
    this.threshold = (int) Math.round(keep * (1 << HASH_BITS));
    this.factors = new float[] {0, (float) (1 / keep)};
  }

  /** What drops the inputs of a layer; null where that is no dropout, or not the plain one. */
  static @Nullable Dropping of(@Nullable IDropout dropout) {
    return dropout != null
            && dropout.getClass() == Dropout.class
            && ((Dropout) dropout).getPSchedule() == null
        ? new Dropping(((Dropout) dropout).getP())
        : null;
  }

  /** The inputs that are left, in an array of their own, row by row. */
  INDArray forward(INDArray input, Random random, LayerWorkspaceMgr workspaces) {
    int length = Math.toIntExact(input.length());
    INDArray rows = Memory.inRows(input, workspaces, ArrayType.INPUT);
    float[] kept = values.ofLength(length);
    Memory.ofRows(rows).read(0, kept, length);
    draw(random.nextInt(), length);
    Vectors.multiply(kept, mask.ofLength(length), length);
    INDArray output =
        workspaces.createUninitialized(ArrayType.INPUT, DataType.FLOAT, input.shape(), 'c');
    Memory.ofRows(output).write(0, kept, length);
    return output;
  }

  /** The gradient toward the inputs: {@code epsilon} itself, changed, row by row. */
  INDArray backward(INDArray epsilon) {
    int length = Math.toIntExact(epsilon.length());
    float[] gradient = values.ofLength(length);
    Memory memory = Memory.ofRows(epsilon);
    memory.read(0, gradient, length);
    Vectors.multiply(gradient, mask.ofLength(length), length);
    memory.write(0, gradient, length);
    return epsilon;
  }

  private void draw(int seed, int length) {
    float[] drawn = mask.ofLength(length);
    if (hashes.length < length) {
      hashes = new int[length];
      multiples = IntStream.range(0, length).map(i -> i * STRIDE).toArray();
    }
    // Apart from the loop below, so that it becomes vector instructions.
    for (int i = 0; i < length; i++) {
      hashes[i] = hash(seed + multiples[i]) >>> (Integer.SIZE - HASH_BITS);
    }
    for (int i = 0; i < length; i++) {
      // The sign bit of the difference; no branch that the processor would often guess wrong.
      drawn[i] = factors[(hashes[i] - threshold) >>> (Integer.SIZE - 1)];
    }
  }

  /**
   * Each bit of the result depends on each bit of the argument. The constants are those of
   * "lowbias32", which Chris Wellons found by a search for the least bias (2018, nullprogram.com,
   * "Prospecting for hash functions").
   */
  private static int hash(int value) {
    int x = value;
    x = (x ^ (x >>> 16)) * 0x7feb352d;
    x = (x ^ (x >>> 15)) * 0x846ca68b;
    return x ^ (x >>> 16);
  }
}
