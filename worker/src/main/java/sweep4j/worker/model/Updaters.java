package sweep4j.worker.model;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ISchedule;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;

/** Updaters by the names of sweep files. */
final class Updaters {

  private Updaters() {}

  static IUpdater of(Hyperparameters h, TrainingLength length) {
    RateSchedule schedule = RateSchedule.of(h, length);
    IUpdater updater = constant(h);
    if (schedule.isConstant()) {
      return updater;
    }
    if (updater instanceof Momentum momentum) {
      return new Momentum(momentum.learningRate(), schedule, momentum.momentum());
    }
    updater.setLrAndSchedule(schedule.rate(), schedule);
    return updater;
  }

  /** The updater at a learning rate that does not change. */
  private static IUpdater constant(Hyperparameters h) {
    String name = h.text(Hyperparameter.UPDATER);
    double rate = h.real(Hyperparameter.LEARNING_RATE);
    double epsilon = h.real(Hyperparameter.EPSILON);
    double momentum = h.real(Hyperparameter.MOMENTUM);
    return switch (name) {
      case "sgd" -> momentum > 0 ? new Momentum(rate, null, momentum) : new Sgd(rate);
      case "nesterovs" -> new Nesterovs(rate, momentum);
      case "adam", "adamw" ->
          new Adam(rate, h.real(Hyperparameter.BETA1), h.real(Hyperparameter.BETA2), epsilon);
      case "rmsprop" -> new RmsProp(rate, h.real(Hyperparameter.RMS_DECAY), epsilon);
      default -> throw new IllegalArgumentException("no updater is called " + name);
    };
  }

  /**
   * The updater of Deeplearning4j alone that comes nearest: schedules of ours become their highest
   * rate, and classical momentum becomes Nesterov's.
   */
  static @Nullable IUpdater stock(@Nullable IUpdater updater) {
    if (updater instanceof Momentum momentum) {
      return new Nesterovs(momentum.learningRate(), momentum.momentum());
    }
    if (updater == null || !(schedule(updater) instanceof RateSchedule schedule)) {
      return updater;
    }
    IUpdater stock = updater.clone();
    stock.setLrAndSchedule(schedule.rate(), null);
    return stock;
  }

  /** Whether {@link #stock} can take a schedule of ours off again. */
  static boolean takesSchedules(IUpdater updater) {
    return updater instanceof Sgd
        || updater instanceof Nesterovs
        || updater instanceof Adam
        || updater instanceof RmsProp;
  }

  private static @Nullable ISchedule schedule(IUpdater updater) {
    if (updater instanceof Sgd sgd) {
      return sgd.getLearningRateSchedule();
    } else if (updater instanceof Nesterovs nesterovs) {
      return nesterovs.getLearningRateSchedule();
    } else if (updater instanceof Adam adam) {
      return adam.getLearningRateSchedule();
    }
    return updater instanceof RmsProp rmsProp ? rmsProp.getLearningRateSchedule() : null;
  }
}
