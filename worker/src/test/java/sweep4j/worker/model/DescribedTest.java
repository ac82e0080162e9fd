package sweep4j.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ModelType;
import sweep4j.trial.ModelType.Dl4j;
import sweep4j.trial.ModelType.Resnet.Block;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.Task;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.model.NetworkConfiguration.Chain;
import sweep4j.worker.model.NetworkConfiguration.Graph;

/** Networks that a file describes: what is let through, and what a sweep puts over them. */
class DescribedTest {

  private static final Hyperparameters NOTHING = Hyperparameters.defaults();

  @BeforeAll
  static void oneThread() {
    NativeRuntime.ready();
  }

  private static Dl4j chain(Layer... layers) {
    var builder = new NeuralNetConfiguration.Builder().seed(3).updater(new Nadam(0.5)).list();
    for (Layer layer : layers) {
      builder.layer(layer);
    }
    return new Dl4j("net.json", builder.build().toJson());
  }

  private static Layer dense(int inputs, int outputs) {
    return new DenseLayer.Builder().nIn(inputs).nOut(outputs).activation(Activation.TANH).build();
  }

  private static Layer output(int inputs) {
    return new OutputLayer.Builder(LossFunction.MCXENT)
        .activation(Activation.SOFTMAX)
        .nIn(inputs)
        .nOut(3)
        .build();
  }

  private static Dl4j usual() {
    return chain(dense(5, 7), dense(7, 6), output(6));
  }

  private static MultiLayerConfiguration configure(Dl4j model, Hyperparameters h) {
    return ((Chain) Networks.configure(model, Nets.SHAPE, h, Nets.LENGTH, 99)).configuration();
  }

  private static Map<Hyperparameter, List<String>> touched(Dl4j model, Hyperparameters h) {
    return Networks.touched(model, Nets.SHAPE, h);
  }

  @Test
  void aChainIsTheNetworkThatItsFileDescribes() {
    Hyperparameters h = Nets.small();
    MultiLayerConfiguration ours = Nets.mlp(Nets.SHAPE, h);
    MultiLayerConfiguration read = configure(new Dl4j("net.json", ours.toJson()), NOTHING);
    assertThat(read.toJson()).isEqualTo(ours.toJson());
    var network = new MultiLayerNetwork(read);
    network.init();
    assertThat(network.params()).isEqualTo(Nets.network(h).params());
  }

  @ParameterizedTest
  @EnumSource(Block.class)
  void aGraphIsTheNetworkThatItsFileDescribes(Block block) {
    var shape = new NetworkShape(Task.CLASSIFICATION, 50, 3, new NetworkShape.Image(2, 5, 5));
    var type = new ModelType.Resnet(block);
    var ours =
        ((Graph) Networks.configure(type, shape, Nets.small(), Nets.LENGTH, 99)).configuration();
    var file = new Dl4j("net.json", ours.toJson());
    var read = ((Graph) Networks.configure(file, shape, NOTHING, Nets.LENGTH, 99)).configuration();
    assertThat(read.toJson()).isEqualTo(ours.toJson());
    var first = new ComputationGraph(ours);
    first.init();
    var second = new ComputationGraph(read);
    second.init();
    assertThat(second.params()).isEqualTo(first.params());
  }

  /** The file's own seed would give all trials the same initial weights. */
  @Test
  void theSeedIsTheTrials() {
    assertThat(configure(usual(), NOTHING).getConf(0).getSeed()).isEqualTo(99);
  }

  @Test
  void whatASweepSetsIsPutOverTheFileAndNothingElse() {
    assertThat(touched(usual(), NOTHING)).isEmpty();
    Hyperparameters h =
        Nets.with(NOTHING, Hyperparameter.DROPOUT, 0.25)
            .with(Hyperparameter.ACTIVATION, (ParameterValue) new Text("elu"));
    h = Nets.with(h, Hyperparameter.INPUT_DROPOUT, 0.1);
    h = Nets.with(h, Hyperparameter.LAMBDA, 0.5);
    h = Nets.with(h, Hyperparameter.LEARNING_RATE, 0.125);
    assertThat(touched(usual(), h))
        .isEqualTo(
            Map.of(
                Hyperparameter.ACTIVATION, List.of("0", "1"),
                Hyperparameter.DROPOUT, List.of("1", "2"),
                Hyperparameter.INPUT_DROPOUT, List.of("0"),
                Hyperparameter.LEARNING_RATE, List.of("0", "1", "2"),
                Hyperparameter.LAMBDA, List.of("0", "1", "2")));
    MultiLayerConfiguration configuration = configure(usual(), h);
    var hidden = (DenseLayer) configuration.getConf(1).getLayer();
    assertThat(hidden.getIDropout()).isEqualTo(new Dropout(0.75));
    assertThat(hidden.getActivationFn()).isEqualTo(Activation.ELU.getActivationFunction());
    assertThat(hidden.getIUpdater()).isEqualTo(new Nadam(0.125));
    assertThat(hidden.getRegularization()).hasSize(1);
  }

  /** Else a file's own dropout would be there twice. */
  @Test
  void dropoutGoesWhereTheFileHasSome() {
    Dl4j model = chain(dense(5, 7), new DropoutLayer.Builder(0.9).build(), dense(7, 6), output(6));
    Hyperparameters h = Nets.with(NOTHING, Hyperparameter.DROPOUT, 0.25);
    assertThat(touched(model, h)).isEqualTo(Map.of(Hyperparameter.DROPOUT, List.of("1")));
    var none = configure(model, Nets.with(NOTHING, Hyperparameter.DROPOUT, 0.0));
    assertThat(none.getConf(1).getLayer().getIDropout()).isNull();
  }

  @Test
  void whatTouchesNothingIsAnError() {
    assertThatThrownBy(
            () -> touched(chain(output(5)), Nets.with(NOTHING, Hyperparameter.ACTIVATION, "relu")))
        .hasMessageEndingWith("activation touches none of its layers: leave it out of the sweep");
    var layer =
        new OutputLayer.Builder(LossFunction.MCXENT)
            .updater(new AdaDelta())
            .activation(Activation.SOFTMAX)
            .nIn(5)
            .nOut(3)
            .build();
    assertThatThrownBy(
            () -> touched(chain(layer), Nets.with(NOTHING, Hyperparameter.LEARNING_RATE, 0.1)))
        .hasMessageEndingWith(
            "learning_rate touches none of its layers: leave it out of the sweep");
    assertThatThrownBy(() -> touched(usual(), Nets.with(NOTHING, Hyperparameter.WARMUP_EPOCHS, 2)))
        .as("Nadam keeps no schedule of ours in a model file")
        .hasMessageEndingWith(
            "warmup_epochs touches none of its layers: leave it out of the sweep");
  }

  /** Reading such a text makes objects of the classes that it names. */
  @ParameterizedTest
  @CsvSource({
    "javax.swing.JEditorPane",
    "org.deeplearning4jevil.Layer",
    "com.sun.rowset.JdbcRowSetImpl",
    "[Lorg.nd4j.X;"
  })
  void noOtherClassIsLetThrough(String name) {
    String json = usual().json();
    String hostile =
        json.replaceFirst(
            "org\\.deeplearning4j\\.nn\\.conf\\.layers\\.DenseLayer",
            Matcher.quoteReplacement(name));
    assertThat(hostile).isNotEqualTo(json);
    assertThatThrownBy(() -> configure(new Dl4j("net.json", hostile), NOTHING))
        .hasMessage(
            "net.json is no network that this sweep can train: it names the class \"%s\", but only classes of org.deeplearning4j. and org.nd4j. are let through"
                .formatted(name));
  }

  /** Also where Deeplearning4j would not look for a class. */
  @Test
  void aForeignClassIsRefusedAnywhere() {
    String hostile =
        usual().json().replaceFirst("\\{", "{\"x\": [{\"@class\": \"java.io.File\"}],");
    assertThatThrownBy(() -> configure(new Dl4j("net.json", hostile), NOTHING))
        .hasMessageContaining("it names the class \"java.io.File\"");
  }

  /** Distributions name their classes by a key of their own. */
  @Test
  void aForeignDistributionIsRefused() {
    String hostile =
        usual()
            .json()
            .replaceFirst(
                "\\{", "{\"dist\": {\"type\": \"javax.swing.JEditorPane\", \"mean\": 0},");
    assertThatThrownBy(() -> configure(new Dl4j("net.json", hostile), NOTHING))
        .hasMessageContaining("it names the class \"javax.swing.JEditorPane\"");
  }

  /** Of two, a look at the text would find the one, and Deeplearning4j the other. */
  @Test
  void aClassThatIsNamedTwiceIsRefused() {
    String hostile = usual().json().replaceFirst("(\"@class\" *: *\"[^\"]*\")", "$1, $1");
    assertThatThrownBy(() -> configure(new Dl4j("net.json", hostile), NOTHING))
        .hasMessageContaining("Duplicate field '@class'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nothing | it is not JSON: ",
        "[] | it is not a JSON object",
        "{} | it is neither a MultiLayerConfiguration nor a ComputationGraphConfiguration",
        "{\"confs\": 3} | "
      })
  void whatIsNoConfigurationIsRefused(String json, String why) {
    assertThatThrownBy(() -> configure(new Dl4j("net.json", json), NOTHING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "net.json is no network that this sweep can train: " + (why == null ? "" : why));
  }

  @Test
  void itMustFitTheData() {
    assertThatThrownBy(() -> configure(chain(dense(4, 7), output(7)), NOTHING))
        .hasMessageEndingWith("this network takes 4 inputs (layer 0), but the data have 5");
    Layer two =
        new OutputLayer.Builder(LossFunction.MCXENT)
            .activation(Activation.SOFTMAX)
            .nIn(5)
            .nOut(2)
            .build();
    assertThatThrownBy(() -> configure(chain(two), NOTHING))
        .hasMessageEndingWith("this network gives 2 outputs (layer 0), but the data need 3");
    Layer sigmoid =
        new OutputLayer.Builder(LossFunction.XENT)
            .activation(Activation.SIGMOID)
            .nIn(5)
            .nOut(3)
            .build();
    assertThatThrownBy(() -> configure(chain(sigmoid), NOTHING))
        .hasMessageEndingWith(
            "but classification needs softmax and cross-entropy (MCXENT), unweighted");
    assertThatThrownBy(() -> configure(chain(dense(5, 3)), NOTHING))
        .hasMessageEndingWith("this network does not end in an OutputLayer");
    Layer convolution = new ConvolutionLayer.Builder(2, 2).nIn(1).nOut(2).build();
    assertThatThrownBy(() -> configure(chain(convolution, output(5)), NOTHING))
        .hasMessageContaining("InputType.convolutionalFlat");
  }
}
