package sweep4j.worker.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.layers.LayerConstraint;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;

/** Overrides of a described network's penalties and bounds, as {@link Regularizers} means them. */
final class DescribedPenalties {

  private DescribedPenalties() {}

  /** The names of the layers that each override touched. */
  static Map<Hyperparameter, List<String>> override(
      List<DescribedLayer> layers, Hyperparameters h) {
    var touched = new EnumMap<Hyperparameter, List<String>>(Hyperparameter.class);
    List<DescribedLayer> weighted =
        layers.stream().filter(each -> each.weighted() != null).toList();
    List<String> names = weighted.stream().map(DescribedLayer::name).toList();
    for (Hyperparameter each :
        List.of(
            Hyperparameter.LAMBDA,
            Hyperparameter.L1,
            Hyperparameter.MAX_NORM,
            Hyperparameter.GRADIENT_CLIP_NORM,
            Hyperparameter.GRADIENT_CLIP_VALUE)) {
      if (h.set().containsKey(each)) {
        touched.put(each, names);
      }
    }
    for (DescribedLayer each : weighted) {
      BaseLayer layer = each.weighted();
      if (layer != null) {
        penalize(layer, h);
        bound(layer, h);
        clip(layer, h);
      }
    }
    return touched;
  }

  private static void penalize(BaseLayer layer, Hyperparameters h) {
    var penalties = new ArrayList<Regularization>();
    if (layer.getRegularization() != null) {
      penalties.addAll(layer.getRegularization());
    }
    if (h.set().containsKey(Hyperparameter.LAMBDA)) {
      penalties.removeIf(each -> each instanceof L2Regularization || each instanceof WeightDecay);
      double decay = 2 * h.real(Hyperparameter.LAMBDA);
      boolean decoupled = h.text(Hyperparameter.UPDATER).equals("adamw");
      if (decay > 0) {
        penalties.add(decoupled ? new WeightDecay(decay, true) : new L2Regularization(decay));
      }
    }
    if (h.set().containsKey(Hyperparameter.L1)) {
      penalties.removeIf(L1Regularization.class::isInstance);
      double l1 = h.real(Hyperparameter.L1);
      if (l1 > 0) {
        penalties.add(new L1Regularization(l1));
      }
    }
    layer.setRegularization(penalties);
  }

  private static void bound(BaseLayer layer, Hyperparameters h) {
    if (!h.set().containsKey(Hyperparameter.MAX_NORM)) {
      return;
    }
    var constraints = new ArrayList<LayerConstraint>();
    if (layer.getConstraints() != null) {
      constraints.addAll(layer.getConstraints());
    }
    constraints.removeIf(MaxNormConstraint.class::isInstance);
    double bound = h.real(Hyperparameter.MAX_NORM);
    if (bound > 0) {
      constraints.add(new MaxNorm(bound));
    }
    layer.setConstraints(constraints.isEmpty() ? null : constraints);
  }

  private static void clip(BaseLayer layer, Hyperparameters h) {
    double norm = h.real(Hyperparameter.GRADIENT_CLIP_NORM);
    double value = h.real(Hyperparameter.GRADIENT_CLIP_VALUE);
    if (norm > 0) {
      layer.setGradientNormalization(GradientNormalization.ClipL2PerLayer);
      layer.setGradientNormalizationThreshold(norm);
    } else if (value > 0) {
      layer.setGradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue);
      layer.setGradientNormalizationThreshold(value);
    } else if (h.set().containsKey(Hyperparameter.GRADIENT_CLIP_NORM)
        || h.set().containsKey(Hyperparameter.GRADIENT_CLIP_VALUE)) {
      layer.setGradientNormalization(GradientNormalization.None);
    }
  }
}
