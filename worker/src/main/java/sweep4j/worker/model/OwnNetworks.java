package sweep4j.worker.model;

import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import sweep4j.trial.OwnNetwork;
import sweep4j.trial.Task;

/** Configurations of users' own networks. */
final class OwnNetworks {

  private OwnNetworks() {}

  /** The configuration, if its output layer is one that trials can be scored by. */
  static NetworkConfiguration configure(OwnNetwork type, NetworkRequest request) {
    NetworkFactory factory = FactoryLoader.ofThisThread().load(type.factory());
    NetworkConfiguration network = factory.configure(request);
    // The compiler that the user's class came from knows nothing of our checker of nulls.
    if (network == null) {
      throw new IllegalArgumentException(type.factory() + " returned no configuration");
    }
    checkOutput(type.factory(), network.outputLayer(), request.shape());
    return network;
  }

  private static void checkOutput(String factory, Layer output, NetworkShape shape) {
    if (!(output instanceof BaseOutputLayer layer)) {
      throw new IllegalArgumentException(
          "%s must end in an output layer, but ends in %s"
              .formatted(factory, output.getClass().getSimpleName()));
    }
    if (layer.getNOut() != shape.outputs()) {
      throw new IllegalArgumentException(
          "the output layer of %s must have %d outputs, as the data have it, but has %d"
              .formatted(factory, shape.outputs(), layer.getNOut()));
    }
    // Scores are computed on this understanding; another activation would give wrong ones.
    Class<? extends IActivation> wanted =
        shape.task() == Task.CLASSIFICATION ? ActivationSoftmax.class : ActivationIdentity.class;
    if (!wanted.isInstance(layer.getActivationFn())) {
      throw new IllegalArgumentException(
          "the output layer of %s must have the activation %s for %s, but has %s"
              .formatted(factory, wanted.getSimpleName(), shape.task(), layer.getActivationFn()));
    }
  }
}
