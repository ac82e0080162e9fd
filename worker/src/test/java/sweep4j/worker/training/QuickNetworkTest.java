package sweep4j.worker.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ModelType;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Flag;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;
import sweep4j.trial.Task;
import sweep4j.trial.Tunable;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.model.NetworkConfiguration.Chain;
import sweep4j.worker.model.NetworkShape;
import sweep4j.worker.model.Networks;
import sweep4j.worker.model.TrainingLength;

/** Prevents a speed-up that changes what is learned, by networks that hyperparameters make. */
class QuickNetworkTest {
  private static final NetworkShape CLASSES = SideBySide.CLASSES;
  private static final NetworkShape NUMBER =
      new NetworkShape(Task.REGRESSION, 42, 1, List.of(), CLASSES.image());

  @BeforeAll
  static void prepareThread() {
    NativeRuntime.ready();
  }

  static Stream<Arguments> networks() {
    return Stream.of(
            perceptrons("relu", "tanh", "sigmoid", "gelu", "selu", "leakyrelu", "elu", "swish"),
            images("relu", "elu"),
            Stream.of(
                mlp("regression", NUMBER, Map.of()),
                mlp("sgd", CLASSES, updater("sgd")),
                mlp("adamw", CLASSES, adamw()),
                mlp("momentum, by Deeplearning4j", CLASSES, momentum()),
                mlp("rmsprop, by Deeplearning4j", CLASSES, updater("rmsprop")),
                mlp("lambda and l1", CLASSES, penalties()),
                mlp("batch norm", CLASSES, Map.of(Hyperparameter.BATCH_NORM, new Flag(true))),
                wide("layers of several segments", Map.of()),
                wide("layers of several segments, adamw", adamw()),
                wide("layers of several segments, l1", penalties()),
                mlp("max norm", CLASSES, real(Hyperparameter.MAX_NORM, 0.5)),
                mlp("class weights", CLASSES, text(Hyperparameter.CLASS_WEIGHTS, "balanced")),
                mlp("cosine", CLASSES, text(Hyperparameter.LEARNING_RATE_SCHEDULE, "cosine")),
                mlp("clipping", CLASSES, real(Hyperparameter.GRADIENT_CLIP_NORM, 0.1)),
                cnn("cnn, batch norm", normalizedImages()),
                cnn("cnn, kernel 2", whole(Hyperparameter.KERNEL_SIZE, 2)),
                cnn("cnn, kernel 5", whole(Hyperparameter.KERNEL_SIZE, 5)),
                cnn("cnn, no pooling", whole(Hyperparameter.POOL_SIZE, 1)),
                cnn("cnn, pools of 3", pooled(3)),
                cnn("cnn, lambda", real(Hyperparameter.LAMBDA, 0.01))))
        .flatMap(stream -> stream);
  }

  private static Stream<Arguments> perceptrons(String... activations) {
    return Stream.of(activations)
        .map(name -> mlp(name, CLASSES, text(Hyperparameter.ACTIVATION, name)));
  }

  private static Stream<Arguments> images(String... activations) {
    return Stream.of(activations)
        .map(name -> cnn("cnn, " + name, text(Hyperparameter.ACTIVATION, name)));
  }

  private static Arguments mlp(
      String name, NetworkShape shape, Map<Hyperparameter, ParameterValue> values) {
    return Arguments.of(
        name, new ModelType.Mlp(), shape, with(values, Hyperparameter.HIDDEN_UNITS, widths(9, 8)));
  }

  private static Arguments wide(String name, Map<Hyperparameter, ParameterValue> values) {
    return mlp(name, CLASSES, with(values, Hyperparameter.HIDDEN_UNITS, widths(100, 50)));
  }

  private static Arguments cnn(String name, Map<Hyperparameter, ParameterValue> values) {
    var all = with(values, Hyperparameter.HIDDEN_UNITS, widths(8));
    all = with(all, Hyperparameter.FILTERS, widths(3, 4));
    return Arguments.of(name, new ModelType.Cnn(), CLASSES, all);
  }

  private static Map<Hyperparameter, ParameterValue> with(
      Map<Hyperparameter, ParameterValue> values, Hyperparameter also, ParameterValue value) {
    var all = new HashMap<>(values);
    all.putIfAbsent(also, value);
    return all;
  }

  private static Widths widths(Integer... widths) {
    return new Widths(List.of(widths));
  }

  private static Map<Hyperparameter, ParameterValue> updater(String name) {
    return text(Hyperparameter.UPDATER, name);
  }

  private static Map<Hyperparameter, ParameterValue> momentum() {
    return with(updater("sgd"), Hyperparameter.MOMENTUM, new Real(0.5));
  }

  private static Map<Hyperparameter, ParameterValue> adamw() {
    return with(updater("adamw"), Hyperparameter.LAMBDA, new Real(0.1));
  }

  /** Not Adam: it makes whole steps of gradients that are nothing but rounding. */
  private static Map<Hyperparameter, ParameterValue> normalizedImages() {
    return with(updater("sgd"), Hyperparameter.BATCH_NORM, new Flag(true));
  }

  private static Map<Hyperparameter, ParameterValue> pooled(int size) {
    return with(whole(Hyperparameter.POOL_SIZE, size), Hyperparameter.FILTERS, widths(3));
  }

  private static Map<Hyperparameter, ParameterValue> penalties() {
    return with(real(Hyperparameter.LAMBDA, 0.01), Hyperparameter.L1, new Real(0.01));
  }

  private static Map<Hyperparameter, ParameterValue> real(Hyperparameter name, double value) {
    return Map.of(name, new Real(value));
  }

  private static Map<Hyperparameter, ParameterValue> whole(Hyperparameter name, int value) {
    return Map.of(name, new Whole(value));
  }

  private static Map<Hyperparameter, ParameterValue> text(Hyperparameter name, String value) {
    return Map.of(name, new Text(value));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void learnsWhatDeeplearning4jLearns(
      String name, ModelType type, NetworkShape shape, Map<Tunable, ParameterValue> values) {
    SideBySide.learn(configuration(type, shape, values), shape);
  }

  private static Chain configuration(
      ModelType type, NetworkShape shape, Map<Tunable, ParameterValue> values) {
    var all = new HashMap<>(values);
    all.put(Hyperparameter.LEARNING_RATE, new Real(0.01));
    return (Chain)
        Networks.configure(
            type,
            shape,
            Hyperparameters.defaults().with(new Hyperparameters(all)),
            new TrainingLength(2, SideBySide.STEPS),
            1);
  }
}
