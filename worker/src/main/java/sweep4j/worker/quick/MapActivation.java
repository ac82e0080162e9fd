package sweep4j.worker.quick;

import java.util.Objects;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The activation of a convolution, which computes relu itself, image by image; the others are left
 * to ND4J.
 */
final class MapActivation {
  private final IActivation function;
  private final boolean relu;
  private final boolean identity;
  private @Nullable INDArray before;
  private @Nullable INDArray output;

  MapActivation(IActivation function) {
    this.function = function;
    this.relu = function.equals(new ActivationReLU());
    this.identity = function instanceof ActivationIdentity;
  }

  boolean isRelu() {
    return relu;
  }

  /**
   * The layer's output.
   *
   * @param z what the layer computes; relu's result if it {@link #isRelu}
   */
  INDArray forward(INDArray z, boolean training, LayerWorkspaceMgr workspaces) {
    if (relu) {
      output = z;
      return z;
    }
    if (identity) {
      return z;
    }
    if (!training) {
      return function.getActivation(z, false);
    }
    before = z;
    return function.getActivation(workspaces.dup(ArrayType.ACTIVATIONS, z), true);
  }

  /** The gradient toward what the layer computes; for relu, toward its output. */
  INDArray backward(INDArray epsilon) {
    return relu || identity
        ? epsilon
        : function
            .backprop(Objects.requireNonNull(before, "forward comes first"), epsilon)
            .getFirst();
  }

  /** For relu, its output, by which the gradient is still to be masked; else null. */
  @Nullable Memory output() {
    return output == null ? null : Memory.ofRows(output);
  }

  /** To be called at the end of a step. */
  void forget() {
    before = null;
    output = null;
  }
}
