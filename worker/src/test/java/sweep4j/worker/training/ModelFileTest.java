package sweep4j.worker.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.Assertions;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ModelType;
import sweep4j.trial.ModelType.Resnet.Block;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Flag;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;
import sweep4j.worker.data.DataException;
import sweep4j.worker.data.DataLoader;
import sweep4j.worker.data.Scaling;
import sweep4j.worker.data.SourceOpener;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.model.NetworkClasses;
import sweep4j.worker.model.NetworkConfiguration;
import sweep4j.worker.model.NetworkShape;
import sweep4j.worker.model.Networks;
import sweep4j.worker.model.TrainingLength;

/** Prevents a best model that nobody can load without this project's classes. */
class ModelFileTest {

  private static Scaling scaling;

  @BeforeAll
  static void fitScaling() throws DataException {
    var share = new HeldOut.Share(0.1);
    var source = new DataSource.Csv("../sweeps/data/digits.csv", "label");
    scaling =
        DataLoader.load(
                new DataSettings(source, Task.CLASSIFICATION, share, share, Scale.STANDARDIZE),
                1,
                SourceOpener.local())
            .scaling();
  }

  @ParameterizedTest
  @CsvSource({
    "sgd, constant",
    "sgd, step",
    "nesterovs, exponential",
    "adam, inverse",
    "adamw, cosine",
    "rmsprop, cosine",
    "adam, constant"
  })
  void loadsWithDeeplearning4jAlone(String updater, String schedule) throws IOException {
    Hyperparameters h =
        Hyperparameters.defaults()
            .with(Hyperparameter.UPDATER, new Text(updater))
            .with(Hyperparameter.LEARNING_RATE_SCHEDULE, new Text(schedule))
            .with(Hyperparameter.WARMUP_EPOCHS, new Real(0.5))
            .with(Hyperparameter.MOMENTUM, new Real(0.7))
            .with(Hyperparameter.LAMBDA, new Real(1e-3))
            .with(Hyperparameter.L1, new Real(1e-4))
            .with(Hyperparameter.MAX_NORM, new Real(0.5))
            .with(Hyperparameter.DROPOUT, new Real(0.1))
            .with(Hyperparameter.DROPOUT_KIND, new Text("alpha"))
            .with(Hyperparameter.CLASS_WEIGHTS, new Text("balanced"))
            .with(Hyperparameter.INPUT_NOISE, new Real(0.1))
            .with(Hyperparameter.INPUT_DROPOUT, new Real(0.1))
            .with(Hyperparameter.WEIGHT_NOISE, new Real(0.01))
            .with(Hyperparameter.WEIGHT_INIT, new Text("lecun_uniform"))
            .with(Hyperparameter.GRADIENT_CLIP_NORM, new Real(1.0))
            .with(Hyperparameter.HIDDEN_LAYERS, new Whole(2))
            .with(Hyperparameter.BATCH_NORM, new Flag(true));
    Network network = network(h);
    network.fit(batch());
    network.fit(batch());

    byte[] file = ModelFile.write(network, scaling);

    assertThat(configuration(file)).contains("OutputLayer").doesNotContain("sweep4j");
    MultiLayerNetwork loaded =
        ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(file), true);
    assertThat(loaded.output(batch().getFeatures()))
        .isEqualTo(network.output(batch().getFeatures()));
    loaded.fit(batch());
    assertThat(loaded.params()).as("trains on").isNotEqualTo(network.params());
  }

  static List<ModelType> models() {
    return List.of(
        new ModelType.Cnn(),
        new ModelType.Resnet(Block.DENSE),
        new ModelType.Resnet(Block.CONVOLUTIONAL),
        new ModelType.Dl4j(
            "net.json",
            ((NetworkConfiguration.Graph)
                    configuration(new ModelType.Resnet(Block.DENSE), Hyperparameters.defaults()))
                .configuration()
                .toJson()));
  }

  /** Through the two calls that Deeplearning4j's users know, one for each kind of network. */
  @ParameterizedTest
  @MethodSource("models")
  void everyModelTypeLoadsWithDeeplearning4jAloneAndAnswersAlike(ModelType model)
      throws IOException {
    NativeRuntime.ready();
    Hyperparameters h =
        Hyperparameters.defaults()
            .with(Hyperparameter.LEARNING_RATE_SCHEDULE, new Text("cosine"))
            .with(Hyperparameter.DROPOUT, new Real(0.2))
            .with(Hyperparameter.L1, new Real(1e-4));
    try (Network network = Network.of(configuration(model, h))) {
      network.fit(batch());
      network.fit(batch());

      byte[] file = ModelFile.write(network, scaling);

      assertThat(configuration(file)).contains("OutputLayer").doesNotContain("sweep4j");
      INDArray answers =
          network.model() instanceof ComputationGraph
              ? ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(file), true)
                  .output(batch().getFeatures())[0]
              : ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(file), true)
                  .output(batch().getFeatures());
      assertThat(answers).isEqualTo(network.output(batch().getFeatures()));
      try (Network read = ModelFile.read(file)) {
        assertThat(read.output(batch().getFeatures())).isEqualTo(answers);
      }
    }
  }

  /**
   * Deeplearning4j reads such an entry by Java's deserialization, which runs code of the classes
   * that the file names: whoever may write to a run's folder could run code at the next {@code
   * --resume}.
   */
  @Test
  void nothingInAFileIsDeserialized() throws IOException {
    NativeRuntime.ready();
    try (Network network = network(Hyperparameters.defaults())) {
      byte[] hostile =
          with(
              ModelFile.write(network, scaling),
              ModelSerializer.PREPROCESSOR_BIN,
              serialized(new Explosive()));

      assertThatThrownBy(
              () ->
                  ModelSerializer.restoreMultiLayerNetwork(
                      new ByteArrayInputStream(hostile), false))
          .as("Deeplearning4j by itself")
          .hasStackTraceContaining(Explosive.class.getName());
      try (Network read = ModelFile.read(hostile)) {
        assertThat(read.params()).isEqualTo(network.params());
      }
    }
  }

  private static final class Explosive implements Serializable {
    private static final long serialVersionUID = 1L;

    private Object readResolve() {
      throw new IllegalStateException("its code runs");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javax.swing.JEditorPane",
        "org.apache.commons.math3.util.FastMath",
        "no.such.Class",
        "sweep4j.trial.Sha256"
      })
  void aFileThatNamesAClassOfNoNetworkIsRefused(String name) throws IOException {
    NativeRuntime.ready();
    try (Network network = network(Hyperparameters.defaults())) {
      byte[] file = ModelFile.write(network, scaling);
      String layer = "org.deeplearning4j.nn.conf.layers.DenseLayer";
      assertThat(configuration(file)).contains(layer);
      byte[] hostile =
          with(
              file,
              ModelSerializer.CONFIGURATION_JSON,
              configuration(file).replace(layer, name).getBytes(StandardCharsets.UTF_8));

      assertThatThrownBy(() -> ModelFile.read(hostile))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "the model file cannot be read: it names the class \"%s\", but only classes of org.deeplearning4j. and org.nd4j. are let through"
                  .formatted(name));
    }
  }

  /** ND4J's reader of scalers loads and makes whatever class such a file names. */
  @ParameterizedTest
  @ValueSource(strings = {"CUSTOM", "HYBRID", "IMAGE_VGG16"})
  void aScalerOfAnotherKindIsRefused(String kind) throws IOException {
    NativeRuntime.ready();
    try (Network network = network(Hyperparameters.defaults())) {
      var scaler = new ByteArrayOutputStream();
      try (var header = new DataOutputStream(scaler)) {
        header.writeUTF("NORMALIZER");
        header.writeInt(1);
        header.writeUTF(kind);
        header.writeUTF(OwnScaler.class.getName());
      }
      byte[] hostile =
          with(
              ModelFile.write(network, scaling),
              ModelSerializer.NORMALIZER_BIN,
              scaler.toByteArray());

      assertThatThrownBy(() -> ModelFile.scaler(hostile))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "the model file's scaler must be one of [STANDARDIZE, MIN_MAX], but is '%s'"
                  .formatted(kind));
    }
  }

  private static final class OwnScaler {
    static {
      Assertions.fail("must not be run");
    }
  }

  /** Layers of a user's own are named in the files of their networks. */
  @Test
  void aClassThatBuildsOnDeeplearning4jsIsPartOfANetwork() {
    assertThat(NetworkClasses.isOne(OwnLayer.class.getName())).isTrue();
    assertThat(NetworkClasses.isOne(ModelFileTest.class.getName())).isFalse();
  }

  private static final class OwnLayer extends DenseLayer {
    private static final long serialVersionUID = 1L;

    static {
      Assertions.fail("to look at a class must not run it");
    }
  }

  /** A file with one entry put in or replaced. */
  private static byte[] with(byte[] file, String name, byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var from = new ZipInputStream(new ByteArrayInputStream(file));
        var to = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        if (!entry.getName().equals(name)) {
          to.putNextEntry(new ZipEntry(entry.getName()));
          to.write(from.readAllBytes());
        }
      }
      to.putNextEntry(new ZipEntry(name));
      to.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] serialized(Serializable object) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  private static NetworkConfiguration configuration(ModelType model, Hyperparameters h) {
    return Networks.configure(
        model,
        new NetworkShape(Task.CLASSIFICATION, 64, 10, new NetworkShape.Image(1, 8, 8)),
        h,
        new TrainingLength(4, 2),
        7);
  }

  /** A file is written in the midst of a trial, too; what trains must not change by it. */
  @Test
  void writingLeavesTheNetworkAsItIs() throws IOException {
    var h =
        Hyperparameters.defaults()
            .with(Hyperparameter.UPDATER, (ParameterValue) new Text("sgd"))
            .with(Hyperparameter.MOMENTUM, new Real(0.7))
            .with(Hyperparameter.LEARNING_RATE_SCHEDULE, new Text("exponential"));
    Network written = network(h);
    Network left = network(h);
    for (int i = 0; i < 5; i++) {
      written.fit(batch());
      left.fit(batch());
      ModelFile.write(written, scaling);
    }
    assertThat(written.params()).isEqualTo(left.params());
  }

  private static Network network(Hyperparameters h) {
    return Network.of(
        Networks.configure(
            new ModelType.Mlp(),
            new NetworkShape(Task.CLASSIFICATION, 64, 10),
            h,
            new TrainingLength(4, 2),
            7));
  }

  private static DataSet batch() {
    return new DataSet(
        Nd4j.linspace(-1, 1, 640).reshape(10, 64).castTo(Nd4j.dataType()), Nd4j.eye(10));
  }

  private static String configuration(byte[] file) throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(ModelSerializer.CONFIGURATION_JSON)) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new IOException(List.of(ModelSerializer.CONFIGURATION_JSON) + " is missing");
  }
}
