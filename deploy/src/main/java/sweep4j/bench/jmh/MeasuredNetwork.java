package sweep4j.bench.jmh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ModelType;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Widths;
import sweep4j.trial.Task;
import sweep4j.worker.model.NetworkConfiguration;
import sweep4j.worker.model.NetworkShape;
import sweep4j.worker.model.Networks;
import sweep4j.worker.model.TrainingLength;

/** A network for images of MNIST, as it is trained and as the products that it is made of. */
sealed interface MeasuredNetwork {
  int SIDE = 28;
  int INPUTS = SIDE * SIDE;
  int OUTPUTS = 10;

  /** What regularizes them all, so that its cost is in an iteration. */
  Hyperparameters REGULARIZED =
      new Hyperparameters(
          Map.of(Hyperparameter.DROPOUT, new Real(0.2), Hyperparameter.LAMBDA, new Real(1e-5)));

  NetworkConfiguration configuration();

  /** From the input on. */
  List<Layer> layers();

  /**
   * The network of a name.
   *
   * @param name {@code cnn-16x32}, or all widths of a perceptron, {@code 784-128-10}
   */
  static MeasuredNetwork named(String name) {
    if (name.equals("cnn-16x32")) {
      return new Convolutional(List.of(16, 32), 64);
    }
    List<Integer> widths = Arrays.stream(name.split("-")).map(Integer::valueOf).toList();
    return new Perceptron(widths.subList(1, widths.size() - 1));
  }

  /** The matrix products of a step of training on {@code batch} examples. */
  default List<Product> products(int batch) {
    List<Layer> layers = layers();
    return IntStream.range(0, layers.size())
        .mapToObj(i -> Product.of(batch * layers.get(i).places(), layers.get(i), i > 0))
        .toList();
  }

  private static NetworkConfiguration configure(ModelType type, Hyperparameters hyperparameters) {
    var shape =
        new NetworkShape(
            Task.CLASSIFICATION, INPUTS, OUTPUTS, new NetworkShape.Image(1, SIDE, SIDE));
    return Networks.configure(
        type, shape, REGULARIZED.with(hyperparameters), new TrainingLength(10, 1000), 1);
  }

  /** Dense layers of these widths between input and output. */
  record Perceptron(List<Integer> hidden) implements MeasuredNetwork {
    @Override
    public NetworkConfiguration configuration() {
      return configure(
          new ModelType.Mlp(),
          new Hyperparameters(Map.of(Hyperparameter.HIDDEN_UNITS, new Widths(hidden))));
    }

    @Override
    public List<Layer> layers() {
      var layers = new ArrayList<Layer>();
      int width = INPUTS;
      for (int next : hidden) {
        layers.add(new Layer(1, width, next));
        width = next;
      }
      layers.add(new Layer(1, width, OUTPUTS));
      return layers;
    }
  }

  /** Convolutions of 3 by 3, each with 2 by 2 pooling behind it, and a dense layer. */
  record Convolutional(List<Integer> filters, int hidden) implements MeasuredNetwork {
    private static final int KERNEL = 3;
    private static final int POOL = 2;

    @Override
    public NetworkConfiguration configuration() {
      return configure(
          new ModelType.Cnn(),
          new Hyperparameters(
              Map.of(
                  Hyperparameter.FILTERS,
                  new Widths(filters),
                  Hyperparameter.HIDDEN_UNITS,
                  new Widths(List.of(hidden)))));
    }

    @Override
    public List<Layer> layers() {
      var layers = new ArrayList<Layer>();
      int channels = 1;
      int side = SIDE;
      for (int next : filters) {
        layers.add(new Layer(side * side, channels * KERNEL * KERNEL, next));
        channels = next;
        side /= POOL;
      }
      layers.add(new Layer(1, channels * side * side, hidden));
      layers.add(new Layer(1, hidden, OUTPUTS));
      return layers;
    }
  }
}
