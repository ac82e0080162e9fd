package sweep4j.worker.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ParameterValue.Real;

/**
 * Overrides of a described network's updaters. A sweep that sets {@code updater} replaces them
 * whole; one that sets only the learning rate or its schedule changes this of each.
 */
final class DescribedUpdaters {
  private static final Set<Hyperparameter> SCHEDULE =
      Set.of(
          Hyperparameter.LEARNING_RATE_SCHEDULE,
          Hyperparameter.LEARNING_RATE_DECAY,
          Hyperparameter.LEARNING_RATE_STEP_EPOCHS,
          Hyperparameter.WARMUP_EPOCHS);

  private static final Set<Hyperparameter> PARTS =
      Set.of(
          Hyperparameter.UPDATER,
          Hyperparameter.MOMENTUM,
          Hyperparameter.BETA1,
          Hyperparameter.BETA2,
          Hyperparameter.RMS_DECAY,
          Hyperparameter.EPSILON);

  private DescribedUpdaters() {}

  /** The names of the layers that each override touched. */
  static Map<Hyperparameter, List<String>> override(
      List<DescribedLayer> layers, Hyperparameters h, TrainingLength length) {
    var touched = new EnumMap<Hyperparameter, List<String>>(Hyperparameter.class);
    for (Hyperparameter each : Hyperparameter.values()) {
      boolean ours =
          each == Hyperparameter.LEARNING_RATE || SCHEDULE.contains(each) || PARTS.contains(each);
      if (ours && h.set().containsKey(each)) {
        touched.put(each, new ArrayList<>());
      }
    }
    boolean whole = touched.containsKey(Hyperparameter.UPDATER);
    for (DescribedLayer each : layers) {
      BaseLayer layer = each.layer() instanceof BaseLayer base ? base : null;
      if (touched.isEmpty() || layer == null || layer.getIUpdater() == null) {
        continue;
      }
      boolean changed = false;
      if (whole) {
        layer.setIUpdater(Updaters.of(h, length));
        layer.setBiasUpdater(null);
        changed = true;
      } else if (canHave(layer.getIUpdater(), touched.keySet())) {
        layer.setIUpdater(changed(layer.getIUpdater(), h, length));
        if (layer.getBiasUpdater() != null) {
          layer.setBiasUpdater(changed(layer.getBiasUpdater(), h, length));
        }
        changed = true;
      }
      if (changed && each.weighted() != null) {
        touched.values().forEach(names -> names.add(each.name()));
      }
    }
    return touched;
  }

  /** A schedule of ours must be taken off again for the model file, which is done for some. */
  private static boolean canHave(IUpdater updater, Set<Hyperparameter> wanted) {
    boolean rate = !(updater instanceof AdaDelta || updater instanceof NoOp);
    return rate
        && (wanted.stream().noneMatch(SCHEDULE::contains) || Updaters.takesSchedules(updater));
  }

  private static IUpdater changed(IUpdater updater, Hyperparameters h, TrainingLength length) {
    double rate =
        h.set().containsKey(Hyperparameter.LEARNING_RATE)
            ? h.real(Hyperparameter.LEARNING_RATE)
            : updater.getLearningRate(0, 0);
    RateSchedule schedule =
        RateSchedule.of(h.with(Hyperparameter.LEARNING_RATE, new Real(rate)), length);
    IUpdater changed = updater.clone();
    changed.setLrAndSchedule(rate, schedule.isConstant() ? null : schedule);
    return changed;
  }
}
