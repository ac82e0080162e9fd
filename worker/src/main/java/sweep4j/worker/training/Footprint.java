package sweep4j.worker.training;

import java.util.function.ToLongFunction;
import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Workload;
import sweep4j.worker.data.Batch;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.data.Subset;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.model.NetworkConfiguration;

/**
 * What a trial holds of a device's memory while it trains, in bytes. CUDA's own share of a card,
 * some hundred megabytes for each process, is not in it.
 *
 * @param parameters weights and biases
 * @param gradients one for each parameter
 * @param updater what it remembers from step to step
 * @param bestWeights those of the best epoch
 * @param batch rows that are trained or scored at once, with their labels
 * @param work activations, and whatever else a step or a scoring computes on the way
 */
public record Footprint(
    long parameters, long gradients, long updater, long bestWeights, long batch, long work) {

  /** Workspaces of Deeplearning4j's learn in the first steps how large they must be. */
  private static final int STEPS = 3;

  /**
   * Measures it by steps of training and a scoring on this machine, as the arrays and workspaces
   * that these leave: on the layers and updates of Deeplearning4j's own, as a GPU has no others.
   *
   * @param hyperparameters all that hold in the trial
   * @param seed of the trial
   */
  public static Footprint measure(
      PreparedData data, Workload workload, Hyperparameters hyperparameters, long seed) {
    NativeRuntime runtime = NativeRuntime.ready();
    NetworkConfiguration configuration =
        TrialNetwork.configure(data, workload, hyperparameters, seed);
    NeuralNetwork stock = stock(configuration);
    try (Network network = answering(stock)) {
      int rows = hyperparameters.whole(Hyperparameter.BATCH_SIZE);
      long trained =
          overBatches(
              data,
              data.training(),
              rows,
              batch -> {
                stock.fit(batch.toDataSet());
                return bytes(batch.features()) + bytes(batch.labels());
              });
      long scored =
          overBatches(
              data,
              data.validation(),
              Scorer.ROWS_AT_ONCE,
              batch -> {
                network.output(batch.features()).close();
                return bytes(batch.features());
              });
      long parameters = bytes(stock.params());
      INDArray state = stock.updaterState();
      return new Footprint(
          parameters,
          parameters,
          state == null ? 0 : bytes(state),
          parameters,
          Math.max(trained, scored),
          workspaces());
    } finally {
      runtime.release();
    }
  }

  /** Uses the first batch of a split some times; what {@code use} says of it. */
  private static long overBatches(
      PreparedData data, Subset split, int rows, ToLongFunction<Batch> use) {
    long bytes = 0;
    for (int step = 0; step < STEPS; step++) {
      try (Batch batch = data.batches(split, rows).inOrder().next()) {
        bytes = use.applyAsLong(batch);
      }
    }
    return bytes;
  }

  private static NeuralNetwork stock(NetworkConfiguration configuration) {
    NeuralNetwork network =
        configuration instanceof NetworkConfiguration.Chain chain
            ? new MultiLayerNetwork(chain.configuration())
            : new ComputationGraph(((NetworkConfiguration.Graph) configuration).configuration());
    network.init();
    return network;
  }

  private static Network answering(NeuralNetwork stock) {
    return stock instanceof MultiLayerNetwork chain
        ? new ChainNetwork(chain, null)
        : new GraphNetwork((ComputationGraph) stock, null);
  }

  private static long bytes(INDArray array) {
    return array.length() * array.dataType().width();
  }

  private static long workspaces() {
    return Nd4j.getWorkspaceManager().getAllWorkspacesForCurrentThread().stream()
        .mapToLong(MemoryWorkspace::getCurrentSize)
        .sum();
  }

  /** All of it. */
  public long total() {
    return parameters + gradients + updater + bestWeights + batch + work;
  }
}
