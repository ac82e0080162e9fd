package sweep4j.worker.quick;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The activation of a dense layer: forward, and backward by what forward left behind. */
final class ActivationStep {
  private final Activation activation;
  private final Scratch outputs = new Scratch();
  private final Scratch deltas = new Scratch();

  ActivationStep(IActivation function) {
    this.activation = new Activation(function);
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
    if (activation.isRelu()) {
      Vectors.rectify(values, length);
    }
    Memory.ofRows(z).write(0, values, length);
    return activation.forward(z, training, workspaces);
  }

  /**
   * The gradient toward what the layer computes before its activation.
   *
   * @param epsilon gradient toward the layer's output, of its shape
   */
  Delta backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    int length = Math.toIntExact(epsilon.length());
    float[] delta = deltas.ofLength(length);
    INDArray derived = activation.backward(epsilon);
    Memory given = Memory.ofRows(Memory.inRows(derived, workspaces, ArrayType.BP_WORKING_MEM));
    given.read(0, delta, length);
    if (!activation.isRelu()) {
      return new Delta(given, delta);
    }
    Vectors.rectifyGradient(delta, outputs.ofLength(length), length);
    // Not where epsilon is: other branches of a graph may read that too.
    Memory memory =
        Memory.ofRows(
            workspaces.createUninitialized(
                ArrayType.BP_WORKING_MEM, DataType.FLOAT, new long[] {length}, 'c'));
    memory.write(0, delta, length);
    return new Delta(memory, delta);
  }
}
