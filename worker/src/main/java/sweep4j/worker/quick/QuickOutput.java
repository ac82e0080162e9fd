package sweep4j.worker.quick;

import java.util.Arrays;
import org.deeplearning4j.exception.DL4JInvalidInputException;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.OutputLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossNegativeLogLikelihood;

/**
 * An output layer. It does not compute the score of a mini-batch in training, for which
 * Deeplearning4j's runs forward once more and takes the norms of all weights.
 */
final class QuickOutput extends OutputLayer {
  private final Affine affine;
  private final InputDropout dropout;
  private final boolean crossEntropy;
  private final Scratch values = new Scratch();
  private final Scratch right = new Scratch();

  /** Takes the place of {@code stock}. */
  QuickOutput(OutputLayer stock) {
    super(stock.conf(), DataType.FLOAT);
    QuickLayers.handOver(stock, this);
    this.affine = new Affine(layerConf().getNIn(), layerConf().getNOut());
    this.dropout = new InputDropout(layerConf().getIDropout());
    this.crossEntropy =
        layerConf().getActivationFn().getClass() == ActivationSoftmax.class
            && isCrossEntropy(layerConf().getLossFn());
  }

  /** Negative log likelihood is another name of it; what else extends it may be anything. */
  private static boolean isCrossEntropy(ILossFunction loss) {
    return (loss.getClass() == LossMCXENT.class
            || loss.getClass() == LossNegativeLogLikelihood.class)
        && ((LossMCXENT) loss).getWeights() == null;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    applyDropOutIfNecessary(true, workspaces);
    affine.requireRows(input, layerId());
    input = Memory.inRows(input, workspaces, ArrayType.BP_WORKING_MEM);
    int rows = Math.toIntExact(input.size(0));
    INDArray z =
        workspaces.createUninitialized(
            ArrayType.BP_WORKING_MEM, DataType.FLOAT, new long[] {rows, affine.outputs()}, 'c');
    int length = rows * affine.outputs();
    float[] computed = values.ofLength(length);
    Memory memory = Memory.ofRows(z);
    affine.forward(Memory.ofRows(input), params, memory, computed, rows);
    Delta delta = delta(z, computed, length, workspaces);
    Gradient gradients = affine.gradients(Memory.ofRows(input), delta, rows, gradientViews);
    INDArray next = affine.backward(delta, params, rows, workspaces);
    return new Pair<>(gradients, backpropDropOutIfPresent(next));
  }

  private Delta delta(INDArray z, float[] computed, int length, LayerWorkspaceMgr workspaces) {
    Memory memory = Memory.ofRows(z);
    if (crossEntropy) {
      if (!labels.equalShapes(z)) {
        throw new DL4JInvalidInputException(
            "the labels must be of %s as the outputs, but are of %s: %s"
                .formatted(Arrays.toString(z.shape()), Arrays.toString(labels.shape()), layerId()));
      }
      Softmax.ofRows(computed, length, affine.outputs());
      float[] targets = right.ofLength(length);
      Memory.ofRows(Memory.inRows(labels, workspaces, ArrayType.BP_WORKING_MEM))
          .read(0, targets, length);
      for (int i = 0; i < length; i++) {
        computed[i] -= targets[i];
      }
      memory.write(0, computed, length);
      return new Delta(memory, computed);
    }
    memory.write(0, computed, length);
    INDArray gradient =
        layerConf().getLossFn().computeGradient(labels, z, layerConf().getActivationFn(), null);
    Memory given = Memory.ofRows(Memory.inRows(gradient, workspaces, ArrayType.BP_WORKING_MEM));
    given.read(0, computed, length);
    return new Delta(given, computed);
  }

  /** Not computed in training: NaN. */
  @Override
  public double computeScore(
      double regularization, boolean training, LayerWorkspaceMgr workspaces) {
    return training ? Double.NaN : super.computeScore(regularization, false, workspaces);
  }

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
