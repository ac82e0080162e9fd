package sweep4j.worker.quick;

import java.util.Objects;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The activation of a layer: forward, and backward by what forward left behind. relu is computed
 * here, the others by ND4J.
 */
final class ActivationStep {
  private enum Kind {
    IDENTITY,
    RELU,
    OTHER
  }

  private final IActivation function;
  private final Kind kind;
  private final Scratch outputs = new Scratch();
  private final Scratch deltas = new Scratch();

  /** Before the activation; for {@link Kind#OTHER} only, from forward to backward. */
  private @Nullable INDArray before;

  ActivationStep(IActivation function) {
    this.function = function;
    // Equal to the plain one, that is to say without a slope, a threshold or an upper end.
    this.kind =
        function.equals(new ActivationReLU())
            ? Kind.RELU
            : function instanceof ActivationIdentity ? Kind.IDENTITY : Kind.OTHER;
  }

  /** Room for {@code length} values, to be filled before {@link #forward}. */
  float[] values(int length) {
    return outputs.ofLength(length);
  }

  /**
   * The layer's output.
   *
   * @param z an array of the size of the output, in rows; its values may be overwritten
   * @param values what the layer computes before its activation, from {@link #values}
   */
  INDArray forward(INDArray z, float[] values, boolean training, LayerWorkspaceMgr workspaces) {
    int length = Math.toIntExact(z.length());
    if (kind == Kind.RELU) {
      Vectors.rectify(values, length);
    }
    Memory.ofRows(z).write(0, values, length);
    if (kind != Kind.OTHER) {
      return z;
    }
    if (!training) {
      return function.getActivation(z, false);
    }
    before = z;
    return function.getActivation(workspaces.dup(ArrayType.ACTIVATIONS, z), true);
  }

  /**
   * The gradient toward what the layer computes before its activation.
   *
   * @param epsilon gradient toward the layer's output, of its shape
   */
  Delta backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    int length = Math.toIntExact(epsilon.length());
    float[] delta = deltas.ofLength(length);
    if (kind != Kind.RELU) {
      Memory memory = Memory.ofRows(inRows(derived(epsilon), workspaces, ArrayType.BP_WORKING_MEM));
      memory.read(0, delta, length);
      return new Delta(memory, delta);
    }
    Memory.ofRows(inRows(epsilon, workspaces, ArrayType.BP_WORKING_MEM)).read(0, delta, length);
    Vectors.rectifyGradient(delta, outputs.ofLength(length), length);
    // Not where epsilon is: other branches of a graph may read that too.
    Memory memory =
        Memory.ofRows(
            workspaces.createUninitialized(
                ArrayType.BP_WORKING_MEM, DataType.FLOAT, new long[] {length}, 'c'));
    memory.write(0, delta, length);
    return new Delta(memory, delta);
  }

  private INDArray derived(INDArray epsilon) {
    if (kind == Kind.IDENTITY) {
      return epsilon;
    }
    Pair<INDArray, INDArray> gradients =
        function.backprop(Objects.requireNonNull(before, "forward comes first"), epsilon);
    before = null;
    return gradients.getFirst();
  }

  /** The array itself where its rows lie one after another, else a copy in which they do. */
  static INDArray inRows(INDArray array, LayerWorkspaceMgr workspaces, ArrayType memory) {
    return Memory.holdsRows(array)
        ? array
        : workspaces.dup(memory, array.castTo(DataType.FLOAT), 'c');
  }
}
