package sweep4j.worker.quick;

import java.util.Objects;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The activation of a layer. relu is left to the layer, which has its values at hand. */
final class Activation {
  private final IActivation function;
  private final boolean relu;
  private final boolean identity;

  /** What the layer computes before a function of ND4J's, from forward to backward. */
  private @Nullable INDArray before;

  Activation(IActivation function) {
    this.function = function;
    // Equal to the plain one, that is to say without a slope, a threshold or an upper end; but a
    // subclass may compute anything.
    this.relu =
        function.getClass() == ActivationReLU.class && function.equals(new ActivationReLU());
    this.identity = function.getClass() == ActivationIdentity.class;
  }

  boolean isRelu() {
    return relu;
  }

  /**
   * The layer's output.
   *
   * @param z what the layer computes, relu's result if it {@link #isRelu}; may be overwritten
   */
  INDArray forward(INDArray z, boolean training, LayerWorkspaceMgr workspaces) {
    if (relu || identity) {
      return z;
    }
    if (!training) {
      return function.getActivation(z, false);
    }
    before = z;
    return function.getActivation(workspaces.dup(ArrayType.ACTIVATIONS, z), true);
  }

  /** The gradient toward what the layer computes; for relu still the one toward its output. */
  INDArray backward(INDArray epsilon) {
    if (relu || identity) {
      return epsilon;
    }
    INDArray z = Objects.requireNonNull(before, "forward comes first");
    before = null;
    return function.backprop(z, epsilon).getFirst();
  }
}
