package sweep4j.worker.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.EarlyStopping;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Measurement;
import sweep4j.trial.Metric;
import sweep4j.trial.ModelType;
import sweep4j.trial.ModelType.Resnet.Block;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Flag;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.UsedWith;
import sweep4j.trial.Workload;
import sweep4j.worker.data.DataException;
import sweep4j.worker.data.DataLoader;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.model.NetworkConfiguration;
import sweep4j.worker.model.NetworkShape;
import sweep4j.worker.model.Networks;
import sweep4j.worker.model.TrainingLength;

/**
 * Prevents an entry of the catalogue that is read, written, searched, and has no effect: each is
 * changed once in a real trial on small images.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryHyperparameterTest {

  private static final int EPOCHS = 3;

  private static final List<ModelType> MODELS =
      List.of(
          new ModelType.Mlp(),
          new ModelType.Cnn(),
          new ModelType.Resnet(Block.DENSE),
          new ModelType.Resnet(Block.CONVOLUTIONAL),
          described());

  private static PreparedData data;

  private final Map<List<Object>, Measurement> usual = new HashMap<>();

  @BeforeAll
  static void makeImages() throws DataException {
    var random = new SplittableRandom(1);
    int count = 55; // 33 to train on: a rest of one row, which batch normalization must not see.
    var images = ByteBuffer.allocate(16 + count * 36);
    images.putInt(2051).putInt(count).putInt(6).putInt(6);
    var labels = ByteBuffer.allocate(8 + count).putInt(2049).putInt(count);
    for (int i = 0; i < count; i++) {
      labels.put((byte) (i % 2));
      for (int pixel = 0; pixel < 36; pixel++) {
        images.put((byte) random.nextInt(pixel % 2 == i % 2 ? 256 : 128));
      }
    }
    data =
        DataLoader.load(
            new DataSettings(
                new DataSource.Idx("images", "labels"),
                Task.CLASSIFICATION,
                new HeldOut.Share(0.2),
                new HeldOut.Share(0.2),
                Scale.MIN_MAX),
            1,
            name -> new ByteArrayInputStream((name.equals("images") ? images : labels).array()));
  }

  /** A perceptron like that of {@link #context}, but from a file. */
  private static ModelType described() {
    var shape = new NetworkShape(Task.CLASSIFICATION, 36, 2);
    var h = learning();
    var network =
        (NetworkConfiguration.Chain)
            Networks.configure(new ModelType.Mlp(), shape, h, new TrainingLength(1, 1), 5);
    return new ModelType.Dl4j("net.json", network.configuration().toJson());
  }

  /** Each model type with each hyperparameter that it obeys. */
  static Stream<Arguments> obeyed() {
    return MODELS.stream()
        .flatMap(
            model ->
                Arrays.stream(Hyperparameter.values())
                    .filter(each -> each.models().contains(model.kind()))
                    .map(each -> Arguments.of(model, each)));
  }

  @ParameterizedTest
  @MethodSource("obeyed")
  void changesTraining(ModelType model, Hyperparameter each) {
    Hyperparameters context = context(each);
    Hyperparameters changed = context.with(each, another(each));
    Measurement once = train(model, changed);
    assertThat(once).isNotEqualTo(usual(model, context));
    assertThat(once).as("the same bits twice").isEqualTo(train(model, changed));
  }

  /** Else a sweep file would be refused for what does have an effect. */
  @ParameterizedTest
  @EnumSource(Hyperparameter.class)
  void isRefusedOnlyWhereItDoesNothing(Hyperparameter each) {
    Hyperparameters context = context(each);
    for (ModelType model : MODELS) {
      if (!each.models().contains(model.kind())) {
        assertThat(train(model, context.with(each, another(each))))
            .as(model.kind().words())
            .isEqualTo(usual(model, context));
      }
    }
  }

  /** Else the sweep that writes a default out would not be the one that leaves it out. */
  @ParameterizedTest
  @MethodSource("obeyed")
  void itsDefaultWrittenOutChangesNothing(ModelType model, Hyperparameter each) {
    Hyperparameters context = context(each);
    assertThat(train(model, context.with(each, context.value(each))))
        .isEqualTo(usual(model, context));
  }

  /** What most tests compare with, trained once. */
  private Measurement usual(ModelType model, Hyperparameters context) {
    return usual.computeIfAbsent(
        List.of(model, context), networkAndContext -> train(model, context));
  }

  /** Defaults, and what the hyperparameter needs beside it to have an effect. */
  private static Hyperparameters context(Hyperparameter each) {
    Hyperparameters defaults = learning();
    if (each == Hyperparameter.DROPOUT_KIND) {
      return defaults.with(Hyperparameter.DROPOUT, new Real(0.25));
    }
    UsedWith usedWith = each.usedWith();
    if (usedWith == null) {
      return defaults;
    }
    // The last: of the schedules that one falls from the first iteration on.
    List<ParameterValue> values = usedWith.values();
    return defaults.with(usedWith.other(), values.get(values.size() - 1));
  }

  private static Hyperparameters learning() {
    return Hyperparameters.defaults()
        .with(Hyperparameter.LEARNING_RATE, new Real(0.01))
        .with(Hyperparameter.HIDDEN_UNITS, new Widths(List.of(8)))
        .with(Hyperparameter.FILTERS, new Widths(List.of(4)));
  }

  private static ParameterValue another(Hyperparameter each) {
    return switch (each) {
      case HIDDEN_UNITS -> new Widths(List.of(9));
      case HIDDEN_LAYERS -> new Whole(2);
      case FILTERS -> new Widths(List.of(4, 5));
      case KERNEL_SIZE, POOL_SIZE, RESIDUAL_BLOCKS -> new Whole(1);
      case ACTIVATION -> new Text("tanh");
      case WEIGHT_INIT -> new Text("xavier_uniform");
      case BATCH_NORM -> new Flag(true);
      case DROPOUT_KIND -> new Text("gaussian");
      case CLASS_WEIGHTS -> new Text("balanced");
      case UPDATER -> new Text("rmsprop");
      case LEARNING_RATE_SCHEDULE -> new Text("cosine");
      case LEARNING_RATE_STEP_EPOCHS, BATCH_SIZE -> new Whole(2);
      case EPSILON, GRADIENT_CLIP_NORM, GRADIENT_CLIP_VALUE -> new Real(1e-2);
      default -> new Real(0.25);
    };
  }

  private static Measurement train(ModelType model, Hyperparameters hyperparameters) {
    var workload =
        new Workload(
            model,
            new Hyperparameters(Map.of()),
            EPOCHS,
            EarlyStopping.never(),
            Metric.VALIDATION_LOSS);
    var result =
        new TrialRunner(data, workload, "here")
            .run(new TrialRequest(0, 1, 77, hyperparameters), 0)
            .result();
    assertThat(result.error()).isNull();
    return Objects.requireNonNull(result.measurement());
  }
}
