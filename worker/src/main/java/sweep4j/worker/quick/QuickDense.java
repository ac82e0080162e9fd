package sweep4j.worker.quick;

import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.feedforward.dense.DenseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A dense layer. In a step of training, Deeplearning4j's computes its product with the weights
 * twice, forward and backward, and a first layer's gradient toward the input, which nobody reads.
 */
final class QuickDense extends DenseLayer {
  private final Affine affine;
  private final InputDropout dropout;
  private final ActivationStep activation;
  private final boolean first;

  /**
   * Takes the place of {@code stock}.
   *
   * @param first whether nobody reads its gradient toward the input
   */
  QuickDense(DenseLayer stock, boolean first) {
    super(stock.conf(), DataType.FLOAT);
    QuickLayers.handOver(stock, this);
    this.affine = new Affine(layerConf().getNIn(), layerConf().getNOut());
    this.dropout = new InputDropout(layerConf().getIDropout());
    this.activation = new ActivationStep(layerConf().getActivationFn());
    this.first = first;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    applyDropOutIfNecessary(training, workspaces);
    affine.requireRows(input, layerId());
    input = Memory.inRows(input, workspaces, ArrayType.ACTIVATIONS);
    int rows = Math.toIntExact(input.size(0));
    INDArray z =
        workspaces.createUninitialized(
            ArrayType.ACTIVATIONS, DataType.FLOAT, new long[] {rows, affine.outputs()}, 'c');
    float[] values = activation.values(rows * affine.outputs());
    affine.forward(Memory.ofRows(input), params, Memory.ofRows(z), values, rows);
    return activation.forward(z, values, training, workspaces);
  }

  @Override
  public Pair<Gradient, @Nullable INDArray> backpropGradient(
      INDArray epsilon, LayerWorkspaceMgr workspaces) {
    int rows = Math.toIntExact(input.size(0));
    Delta delta = activation.backward(epsilon, workspaces);
    Gradient gradients = affine.gradients(Memory.ofRows(input), delta, rows, gradientViews);
    if (first) {
      return new Pair<>(gradients, null);
    }
    INDArray next = affine.backward(delta, params, rows, workspaces);
    return new Pair<>(gradients, backpropDropOutIfPresent(next));
  }

  /** Of a score that nobody reads: NaN. */
  @Override
  public double calcRegularizationScore(boolean backpropParamsOnly) {
    return Double.NaN;
  }

  @Override
  protected void applyDropOutIfNecessary(boolean training, LayerWorkspaceMgr workspaces) {
    if (training && !dropoutApplied) {
      input = dropout.forward(input, this, workspaces);
      dropoutApplied = true;
    }
  }

  @Override
  protected INDArray backpropDropOutIfPresent(INDArray epsilon) {
    return dropout.backward(epsilon, this);
  }
}
