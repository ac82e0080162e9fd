package sweep4j.worker.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import sweep4j.trial.GradientNorms;
import sweep4j.worker.data.Batch;
import sweep4j.worker.data.PreparedData;

/** Measures {@link GradientNorms}, always on the same training rows, as they are. */
final class GradientProbe {

  private static final int ROWS = 256;

  /** What batch normalization keeps among its parameters without a gradient. */
  private static final Set<String> STATISTICS =
      Set.of(
          BatchNormalizationParamInitializer.GLOBAL_MEAN,
          BatchNormalizationParamInitializer.GLOBAL_VAR,
          BatchNormalizationParamInitializer.GLOBAL_LOG_STD);

  private final PreparedData data;
  private final List<List<Double>> epochs;
  private List<String> layers;

  /** A probe that goes on after {@code before}. */
  GradientProbe(PreparedData data, GradientNorms before) {
    this.data = data;
    this.layers = before.layers();
    this.epochs = new ArrayList<>(before.epochs());
  }

  /** To be called after an epoch, whose random draws must not matter any more. */
  void measure(Network network) {
    var squares = new LinkedHashMap<String, Double>();
    try (Batch batch = data.batches(data.training(), ROWS).inOrder().next()) {
      for (Map.Entry<String, INDArray> each : network.gradientsOn(batch.toDataSet()).entrySet()) {
        String parameter = each.getKey();
        int end = parameter.lastIndexOf('_');
        if (!STATISTICS.contains(parameter.substring(end + 1))) {
          // Deeplearning4j sums over the examples, and divides when it makes the step.
          double norm = each.getValue().norm2Number().doubleValue() / batch.size();
          squares.merge(parameter.substring(0, end), norm * norm, Double::sum);
        }
      }
    }
    layers = List.copyOf(squares.keySet());
    epochs.add(squares.values().stream().map(Math::sqrt).toList());
  }

  GradientNorms norms() {
    return new GradientNorms(layers, epochs);
  }
}
