package sweep4j.worker.quick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.model.NetworkConfiguration.Chain;
import sweep4j.worker.training.Network;

/** Prevents a gradient that is not of the units that were dropped. */
class DropoutTrainingTest {

  /** Drops for a layer of Deeplearning4j's what ours would drop. */
  private static final class Replayed implements IDropout {
    private final double keep;
    private final Dropping dropping;

    Replayed(double keep) {
      this.keep = keep;
      this.dropping = Objects.requireNonNull(Dropping.of(new Dropout(keep)));
    }

    @Override
    public INDArray applyDropout(
        INDArray input, INDArray result, int step, int epoch, LayerWorkspaceMgr workspaces) {
      return result.assign(dropping.forward(input, Nd4j.getRandom(), workspaces));
    }

    @Override
    public INDArray backprop(INDArray toOutput, INDArray toInput, int step, int epoch) {
      INDArray rows = toOutput.dup('c');
      return toInput.assign(dropping.backward(rows));
    }

    @Override
    public void clear() {}

    @Override
    public IDropout clone() {
      return new Replayed(keep);
    }
  }

  @BeforeAll
  static void prepareThread() {
    NativeRuntime.ready();
  }

  private static MultiLayerConfiguration configuration(IDropout dropout) {
    return new NeuralNetConfiguration.Builder()
        .seed(1)
        .updater(new Sgd(0.05))
        .activation(Activation.RELU)
        .list()
        .inputPreProcessor(0, new FeedForwardToCnnPreProcessor(7, 6, 1))
        .layer(new ConvolutionLayer.Builder(3, 3).dropOut(dropout).nOut(3).build())
        .layer(new ConvolutionLayer.Builder(2, 2).dropOut(dropout).nOut(4).build())
        .layer(new DenseLayer.Builder().dropOut(dropout).nOut(9).build())
        .layer(
            new OutputLayer.Builder(new LossMCXENT())
                .activation(Activation.SOFTMAX)
                .dropOut(dropout)
                .nOut(3)
                .build())
        .setInputType(InputType.convolutionalFlat(7, 6, 1))
        .build();
  }

  @Test
  void learnsWhatDeeplearning4jLearnsWithTheSameUnitsDropped() {
    // A copy, in which layers no longer share an object that keeps what it dropped.
    var stock = new MultiLayerNetwork(configuration(new Replayed(0.7)).clone());
    stock.init();
    var random = new SplittableRandom(1);
    try (Network quick = Network.of(new Chain(configuration(new Dropout(0.7))))) {
      for (int step = 0; step < 10; step++) {
        var features = new float[16 * 42];
        for (int i = 0; i < features.length; i++) {
          features[i] = (float) random.nextDouble(-1, 1);
        }
        INDArray labels = Nd4j.zeros(DataType.FLOAT, 16, 3);
        for (int row = 0; row < 16; row++) {
          labels.putScalar(row, random.nextInt(3), 1);
        }
        var batch = new DataSet(Nd4j.create(features, new long[] {16, 42}, 'c'), labels);
        Nd4j.getRandom().setSeed(step + 1);
        stock.fit(batch.copy());
        Nd4j.getRandom().setSeed(step + 1);
        quick.fit(batch);
      }
      // Sums in another order; another unit dropped would make a difference of 1e-2.
      assertThat(quick.params().distance2(stock.params()))
          .isLessThan(2e-5 * stock.params().norm2Number().doubleValue());
    }
  }
}
