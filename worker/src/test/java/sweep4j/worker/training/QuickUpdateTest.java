package sweep4j.worker.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.conf.stepfunctions.GradientStepFunction;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ModelType;
import sweep4j.trial.ModelType.Resnet.Block;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.model.NetworkConfiguration.Chain;
import sweep4j.worker.model.NetworkConfiguration.Graph;
import sweep4j.worker.model.Networks;
import sweep4j.worker.model.TrainingLength;

/** Prevents an update of ours where a configuration asks for another, and moments mixed up. */
class QuickUpdateTest {

  @BeforeAll
  static void prepareThread() {
    NativeRuntime.ready();
  }

  /** Weight decay of somebody else's kind. */
  public static final class Constant extends L2Regularization {
    public Constant() {
      super(0.1);
    }

    @Override
    public void apply(INDArray parameter, INDArray gradient, double rate, int step, int epoch) {
      gradient.addi(0.1);
    }

    @Override
    public Regularization clone() {
      return new Constant();
    }
  }

  /** No updater that does nothing. */
  public static final class Moving extends NoOp {
    @Override
    public Moving clone() {
      return new Moving();
    }

    @Override
    public GradientUpdater<?> instantiate(INDArray view, boolean initialize) {
      return new Sgd(0.01).instantiate(view, initialize);
    }
  }

  private static Chain chain(
      UnaryOperator<NeuralNetConfiguration.Builder> settings, IUpdater... updaters) {
    NeuralNetConfiguration.Builder builder =
        settings.apply(new NeuralNetConfiguration.Builder().seed(1).activation(Activation.TANH));
    return new Chain(
        builder
            .list()
            .layer(new DenseLayer.Builder().updater(updaters[0]).nIn(42).nOut(100).build())
            .layer(
                new DenseLayer.Builder()
                    .updater(updaters[1 % updaters.length])
                    .nIn(100)
                    .nOut(50)
                    .build())
            .layer(
                new OutputLayer.Builder(new LossMCXENT())
                    .activation(Activation.SOFTMAX)
                    .updater(updaters[2 % updaters.length])
                    .nIn(50)
                    .nOut(3)
                    .build())
            .build());
  }

  static Stream<Arguments> settings() {
    return Stream.of(
        Arguments.of("plain", chain(b -> b, new Adam(0.01))),
        Arguments.of("one each", chain(b -> b, new Sgd(0.01), new Adam(0.01), new NoOp())),
        Arguments.of("one not ours", chain(b -> b, new Sgd(0.01), new RmsProp(0.01))),
        Arguments.of("decay by rate", chain(b -> b.weightDecay(0.1, true), new Adam(0.01))),
        Arguments.of("decay as it is", chain(b -> b.weightDecay(0.01, false), new Adam(0.01))),
        Arguments.of("sums", chain(b -> b.miniBatch(false), new Sgd(0.001))),
        Arguments.of("steps up", stepsUp(chain(b -> b, new Sgd(0.001)))),
        Arguments.of(
            "penalty of another's",
            chain(b -> b.regularization(List.of(new Constant())), new Sgd(0.01))),
        Arguments.of("updater of another's", chain(b -> b, new Moving())));
  }

  private static Chain stepsUp(Chain chain) {
    chain.configuration().getConf(0).setStepFunction(new GradientStepFunction());
    return chain;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void learnsWhatDeeplearning4jLearns(String name, Chain chain) {
    SideBySide.learn(chain, SideBySide.CLASSES);
  }

  @ParameterizedTest
  @EnumSource(Block.class)
  void graphsLearnWhatDeeplearning4jLearns(Block block) {
    SideBySide.learn(graph(block), SideBySide.CLASSES);
  }

  private static Graph graph(Block block) {
    Hyperparameters h =
        new Hyperparameters(
            Map.of(
                Hyperparameter.LEARNING_RATE, new Real(0.01),
                Hyperparameter.LAMBDA, new Real(0.01)));
    return (Graph)
        Networks.configure(
            new ModelType.Resnet(block),
            SideBySide.CLASSES,
            Hyperparameters.defaults().with(h),
            new TrainingLength(2, SideBySide.STEPS),
            1);
  }

  /** What only unsupervised training changes has no gradient here, and must not decay either. */
  @Test
  void parametersForUnsupervisedTrainingStayAsTheyAre() {
    var chain =
        new Chain(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Sgd(0.01))
                .l2(0.5)
                .list()
                .layer(
                    new VariationalAutoencoder.Builder()
                        .encoderLayerSizes(6)
                        .decoderLayerSizes(6)
                        .nIn(42)
                        .nOut(5)
                        .build())
                .layer(
                    new OutputLayer.Builder(new LossMCXENT())
                        .activation(Activation.SOFTMAX)
                        .nIn(5)
                        .nOut(3)
                        .build())
                .build());
    SideBySide.learn(chain, SideBySide.CLASSES);
  }

  /** Deeplearning4j keeps those of parameters with one updater so: all means, then all squares. */
  @Test
  void momentsAreAllMeansThenAllSquaresHoweverParametersAreCutUp() {
    Chain chain = chain(b -> b, new Adam(0.01));
    MultiLayerNetwork stock = SideBySide.stock(chain);
    try (Network quick = Network.of(chain)) {
      var random = new SplittableRandom(1);
      for (int step = 0; step < 3; step++) {
        DataSet batch = SideBySide.batch(SideBySide.CLASSES, 16, random);
        stock.fit(batch.copy());
        quick.fit(batch);
      }
      float[] expected = stock.getUpdater().getStateViewArray().dup().data().asFloat();
      UpdaterState state = updates(quick).state();
      assertThat(state.quick()).isTrue();
      assertThat(state.values()).hasSameSizeAs(expected);
      for (int i = 0; i < expected.length; i++) {
        // Gradients of up to 0.1, of sums in another order.
        assertThat(state.values()[i]).isCloseTo(expected[i], within(1e-6f));
      }
    }
  }

  /** Both are of one length, and in another order. */
  @Test
  void momentsOfTheOtherUpdaterAreRefused() {
    try (Network quick = Network.of(chain(b -> b, new Adam(0.01)));
        Network stock = Network.of(chain(b -> b.miniBatch(false), new Adam(0.01)))) {
      UpdaterState ours = updates(quick).state();
      UpdaterState theirs = updates(stock).state();
      assertThat(theirs.values()).hasSameSizeAs(ours.values());
      assertThatThrownBy(() -> updates(stock).restore(ours)).hasMessageContaining("checkpoint");
      assertThatThrownBy(() -> updates(quick).restore(theirs)).hasMessageContaining("checkpoint");
      updates(quick).restore(ours);
      updates(stock).restore(theirs);
    }
  }

  private static Updates updates(Network network) {
    return Objects.requireNonNull(network.updates());
  }
}
