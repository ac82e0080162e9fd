package sweep4j.worker.quick;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a layer does to its inputs in training: plain dropout by ours, all else by its own. */
final class InputDropout {
  private final @Nullable IDropout configured;
  private final @Nullable Dropping plain;

  InputDropout(@Nullable IDropout configured) {
    this.configured = configured;
    this.plain = Dropping.of(configured);
  }

  /** The inputs of a layer with dropout: an array of their own, or those given if there is none. */
  INDArray forward(INDArray input, Layer layer, LayerWorkspaceMgr workspaces) {
    if (plain != null) {
      return plain.forward(input, Nd4j.getRandom(), workspaces);
    }
    if (configured == null) {
      return input;
    }
    INDArray result =
        workspaces.createUninitialized(
            ArrayType.INPUT, input.dataType(), input.shape(), input.ordering());
    return configured.applyDropout(
        input, result, layer.getIterationCount(), layer.getEpochCount(), workspaces);
  }

  /** The gradient toward the inputs: {@code epsilon} itself, changed. */
  INDArray backward(INDArray epsilon, Layer layer) {
    if (plain != null) {
      return plain.backward(epsilon);
    }
    if (configured != null) {
      configured.backprop(epsilon, epsilon, layer.getIterationCount(), layer.getEpochCount());
    }
    return epsilon;
  }
}
