package sweep4j.worker.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ModelKind;
import sweep4j.trial.ModelType;
import sweep4j.trial.Workload;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.model.DescriptionFault;
import sweep4j.worker.model.NetworkConfiguration;
import sweep4j.worker.model.NetworkShape;
import sweep4j.worker.model.Networks;
import sweep4j.worker.model.TrainingLength;

/** Makes the networks of a sweep once before any trial, to say in time what is wrong with them. */
public final class NetworkCheck {

  private NetworkCheck() {}

  /**
   * Makes the networks of {@code configurations}, and lets a network that a file describes answer
   * once. Of dense networks, which any data and any hyperparameters make, only the size is looked
   * at, which needs no native library.
   *
   * @param configurations what trials may set; those that contradict themselves are passed over
   * @return remarks on the network, for the summary of a run
   * @throws IllegalArgumentException if one cannot be made, in words for the user
   */
  public static List<String> run(
      PreparedData data, Workload workload, List<Hyperparameters> configurations) {
    NetworkShape shape = Shapes.of(data);
    ModelKind kind = workload.model().kind();
    if (kind == ModelKind.MLP || kind == ModelKind.DENSE_RESNET) {
      configurations.forEach(each -> Weights.check(kind, shape, workload.fixed().with(each)));
      return List.of();
    }
    NativeRuntime runtime = NativeRuntime.ready();
    var remarks = new ArrayList<String>();
    for (Hyperparameters each : configurations) {
      Hyperparameters h = workload.fixed().with(each);
      if (h.conflict() == null) {
        NetworkConfiguration configuration =
            Networks.configure(workload.model(), shape, h, new TrainingLength(1, 1), 1);
        if (!(workload.model() instanceof ModelType.Dl4j described)) {
          Weights.check(configuration);
        } else if (remarks.isEmpty()) {
          check(described, configuration, shape);
          remarks.addAll(remarks(described, shape, h));
        }
      }
    }
    runtime.release();
    return remarks;
  }

  private static void check(
      ModelType.Dl4j described, NetworkConfiguration configuration, NetworkShape shape) {
    try {
      Weights.check(configuration);
      answer(configuration, shape);
    } catch (RuntimeException | OutOfMemoryError e) {
      // Deeplearning4j has many ways to say that layers do not fit together.
      throw new IllegalArgumentException(
          "%s is no network that this sweep can train: %s"
              .formatted(described.location(), DescriptionFault.words(e)),
          e);
    }
  }

  private static void answer(NetworkConfiguration configuration, NetworkShape shape) {
    try (Network network = Network.of(configuration);
        INDArray features = Nd4j.create(2, shape.inputs());
        INDArray answers = network.output(features)) {
      if (answers.rank() != 2 || answers.size(1) != shape.outputs()) {
        throw new IllegalArgumentException(
            "it answers with an array of shape %s".formatted(answers.shapeInfoToString().strip()));
      }
      learn(network, features, shape);
    }
  }

  /** One step: what is only needed to learn may be missing from a network that answers. */
  private static void learn(Network network, INDArray features, NetworkShape shape) {
    try (INDArray labels = Nd4j.create(2, shape.outputs())) {
      labels.getColumn(0).assign(1);
      network.fit(new DataSet(features, labels));
    }
  }

  private static List<String> remarks(
      ModelType.Dl4j described, NetworkShape shape, Hyperparameters h) {
    return Networks.touched(described, shape, h).entrySet().stream()
        .map(
            each ->
                "%s: layers %s".formatted(each.getKey().key(), String.join(", ", each.getValue())))
        .collect(Collectors.toList());
  }
}
