package sweep4j.worker.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossL2;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import sweep4j.trial.Task;

/** Whether a network that somebody else described can learn from the data. */
final class DescriptionCheck {
  private final NetworkShape shape;
  private final List<DescribedLayer> layers;

  DescriptionCheck(NetworkShape shape, List<DescribedLayer> layers) {
    this.shape = shape;
    this.layers = layers;
  }

  /** Why it cannot, in words that follow "this network"; null if nothing speaks against it. */
  @Nullable String objection() {
    if (layers.stream().anyMatch(each -> each.configuration().getDataType() != DataType.FLOAT)) {
      return "has layers of another data type than FLOAT";
    }
    if (layers.stream()
        .anyMatch(
            each ->
                each.configuration().getOptimizationAlgo()
                    != OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT)) {
      return "asks for another optimization algorithm than STOCHASTIC_GRADIENT_DESCENT";
    }
    for (DescribedLayer each : layers) {
      if (each.layer() instanceof BaseOutputLayer && !each.isOutput()) {
        return "has an output layer before its end (layer %s)".formatted(each.name());
      }
    }
    String input =
        layers.stream()
            .filter(DescribedLayer::isFirst)
            .map(this::inputObjection)
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(null);
    return input == null ? outputObjection() : input;
  }

  private Optional<String> inputObjection(DescribedLayer first) {
    long inputs;
    if (first.preProcessor() instanceof FeedForwardToCnnPreProcessor image) {
      inputs = image.getInputHeight() * image.getInputWidth() * image.getNumChannels();
    } else if (first.layer() instanceof ConvolutionLayer && first.preProcessor() == null) {
      return Optional.of(
          "takes images as they are, but examples come as rows: set its input type to"
              + " InputType.convolutionalFlat(height, width, channels)");
    } else if (first.layer() instanceof FeedForwardLayer layer && layer.getNIn() > 0) {
      inputs = layer.getNIn();
    } else {
      return Optional.empty();
    }
    return inputs == shape.inputs()
        ? Optional.empty()
        : Optional.of(
            "takes %d inputs (layer %s), but the data have %d"
                .formatted(inputs, first.name(), shape.inputs()));
  }

  private @Nullable String outputObjection() {
    DescribedLayer last = layers.stream().filter(DescribedLayer::isOutput).findFirst().orElse(null);
    if (last == null || !(last.layer() instanceof OutputLayer output)) {
      return "does not end in an OutputLayer";
    }
    if (output.getNOut() != shape.outputs()) {
      return "gives %d outputs (layer %s), but the data need %d"
          .formatted(output.getNOut(), last.name(), shape.outputs());
    }
    IActivation activation = output.getActivationFn();
    ILossFunction loss = output.getLossFn();
    boolean fits =
        shape.task() == Task.CLASSIFICATION
            ? activation instanceof ActivationSoftmax
                && loss instanceof LossMCXENT entropy
                && entropy.getWeights() == null
            : activation instanceof ActivationIdentity
                && loss instanceof LossL2 squares
                && squares.getWeights() == null;
    return fits
        ? null
        : "ends in %s and %s (layer %s), but %s needs %s"
            .formatted(
                activation,
                loss,
                last.name(),
                shape.task().name().toLowerCase(Locale.ROOT),
                shape.task() == Task.CLASSIFICATION
                    ? "softmax and cross-entropy (MCXENT), unweighted"
                    : "identity and squared error (MSE), unweighted");
  }
}
