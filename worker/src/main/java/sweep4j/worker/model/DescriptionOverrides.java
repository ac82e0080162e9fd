package sweep4j.worker.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.weightnoise.WeightNoise;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;

/**
 * Puts what a sweep sets over what a described network says; what the sweep leaves out stays.
 *
 * <p>Dropout goes where the description has some already, behind the network's input; where it has
 * none, to each such layer with weights.
 */
final class DescriptionOverrides {
  private final List<DescribedLayer> layers;
  private final Hyperparameters h;
  private final Map<Hyperparameter, List<String>> touched = new EnumMap<>(Hyperparameter.class);

  private DescriptionOverrides(List<DescribedLayer> layers, Hyperparameters h) {
    this.layers = layers;
    this.h = h;
  }

  /**
   * Changes {@code layers}.
   *
   * @return the names of the layers that each override touched; for some, none
   */
  static Map<Hyperparameter, List<String>> apply(
      List<DescribedLayer> layers, Hyperparameters h, TrainingLength length) {
    var overrides = new DescriptionOverrides(layers, h);
    overrides.activations();
    overrides.weights();
    overrides.dropout(Hyperparameter.DROPOUT, layer -> !layer.isFirst());
    overrides.dropout(Hyperparameter.INPUT_DROPOUT, DescribedLayer::isFirst);
    overrides.touched.putAll(DescribedUpdaters.override(layers, h, length));
    overrides.touched.putAll(DescribedPenalties.override(layers, h));
    return overrides.touched;
  }

  private boolean isSet(Hyperparameter each) {
    return h.set().containsKey(each);
  }

  private void activations() {
    if (!isSet(Hyperparameter.ACTIVATION)) {
      return;
    }
    IActivation wanted =
        Activations.named(h.text(Hyperparameter.ACTIVATION)).getActivationFunction();
    var names = new ArrayList<String>();
    for (DescribedLayer each : layers) {
      if (!each.isOutput() && activate(each, wanted)) {
        names.add(each.name());
      }
    }
    touched.put(Hyperparameter.ACTIVATION, names);
  }

  /** Where a hidden layer has no activation, a layer of its own follows that is one. */
  private static boolean activate(DescribedLayer each, IActivation wanted) {
    if (each.layer() instanceof ActivationLayer layer) {
      layer.setActivationFn(wanted);
      return true;
    }
    BaseLayer layer = each.weighted();
    if (layer == null || layer.getActivationFn() instanceof ActivationIdentity) {
      return false;
    }
    layer.setActivationFn(wanted);
    return true;
  }

  private void weights() {
    for (DescribedLayer each : layers) {
      BaseLayer layer = each.weighted();
      if (layer == null) {
        continue;
      }
      if (isSet(Hyperparameter.WEIGHT_INIT)) {
        touch(Hyperparameter.WEIGHT_INIT, each);
        layer.setWeightInitFn(
            WeightInits.named(
                h.text(Hyperparameter.WEIGHT_INIT),
                Activations.weightInit(nameOf(layer.getActivationFn())),
                fanIn(layer)));
      }
      if (isSet(Hyperparameter.WEIGHT_NOISE)) {
        touch(Hyperparameter.WEIGHT_NOISE, each);
        double noise = h.real(Hyperparameter.WEIGHT_NOISE);
        layer.setWeightNoise(noise > 0 ? new WeightNoise(new NormalDistribution(0, noise)) : null);
      }
    }
  }

  private void touch(Hyperparameter parameter, DescribedLayer layer) {
    touched.computeIfAbsent(parameter, key -> new ArrayList<>()).add(layer.name());
  }

  private static int fanIn(BaseLayer layer) {
    long inputs = layer instanceof FeedForwardLayer sized ? sized.getNIn() : 1;
    if (layer instanceof ConvolutionLayer convolution) {
      for (int side : convolution.getKernelSize()) {
        inputs *= side;
      }
    }
    return Math.toIntExact(inputs);
  }

  /** Its name in sweep files; "other" where it has none there. */
  private static String nameOf(IActivation activation) {
    for (String name : Activations.NAMES) {
      Activation known = Activations.named(name);
      if (known.getActivationFunction().getClass() == activation.getClass()) {
        return name;
      }
    }
    return "other";
  }

  private void dropout(Hyperparameter parameter, Predicate<DescribedLayer> where) {
    if (!isSet(parameter)) {
      return;
    }
    List<DescribedLayer> there = layers.stream().filter(where).toList();
    List<DescribedLayer> now =
        there.stream().filter(each -> each.layer().getIDropout() instanceof Dropout).toList();
    List<DescribedLayer> chosen =
        now.isEmpty() ? there.stream().filter(each -> each.weighted() != null).toList() : now;
    double share = h.real(parameter);
    for (DescribedLayer each : chosen) {
      each.layer().setIDropout(share > 0 ? new Dropout(1 - share) : null);
    }
    touched.put(parameter, chosen.stream().map(DescribedLayer::name).toList());
  }
}
