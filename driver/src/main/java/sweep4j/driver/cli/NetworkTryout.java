package sweep4j.driver.cli;

import java.util.List;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.search.Sampler;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.OwnNetwork;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.training.TrialNetwork;

/** Has a user's own network made once before anything starts, so that a broken one is told of. */
final class NetworkTryout {

  private NetworkTryout() {}

  /** Makes the configuration of the first trial, if the sweep is over the user's own network. */
  static void check(SweepDefinition sweep, PreparedData data) throws BadInput {
    if (!(sweep.workload().model() instanceof OwnNetwork own)) {
      return;
    }
    Sampler sampler = sweep.sampler();
    Hyperparameters first = sweep.searchedSpace().at(sampler.suggest(0, List.of()));
    try {
      TrialNetwork.configure(
          data, sweep.workload(), sweep.workload().fixed().with(first), sweep.seed());
    } catch (RuntimeException | Error e) {
      throw new BadInput(
          "class %s makes no network of the first trial's values, %s: %s"
              .formatted(own.factory(), Sentences.values(first), words(e)));
    }
  }

  /** The first line says what, and the top of the stack says where in the user's own code. */
  private static String words(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
    StackTraceElement[] stack = thrown.getStackTrace();
    return thrown.getClass().getSimpleName()
        + ": "
        + message
        + (stack.length == 0 ? "" : " (at " + stack[0] + ")");
  }
}
