package sweep4j.worker.model;

import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;

/** Updaters by the names of sweep files. */
final class Updaters {

  private Updaters() {}

  static IUpdater named(String name, double learningRate) {
    return switch (name) {
      case "sgd" -> new Sgd(learningRate);
      case "nesterovs" -> new Nesterovs(learningRate);
      case "adam" -> new Adam(learningRate);
      case "rmsprop" -> new RmsProp(learningRate);
      default -> throw new IllegalArgumentException("no updater is called " + name);
    };
  }
}
