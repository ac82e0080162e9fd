package sweep4j.worker.training;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sweep4j.trial.RefitOutcome;
import sweep4j.trial.RefitRequest;
import sweep4j.trial.Workload;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.device.NativeRuntime;

/**
 * Trains a configuration for as many epochs as are known to be good for it: no row is left to stop
 * by. Schedules of the learning rate go as they went in the trial.
 */
public final class Refit {

  private static final Logger LOG = LoggerFactory.getLogger(Refit.class);

  private Refit() {}

  /**
   * Trains on the calling thread. Whatever goes wrong comes back as a result.
   *
   * @param trainer who trains the epochs
   */
  public static RefitOutcome run(
      PreparedData data, Workload workload, RefitRequest request, Trainer trainer) {
    long start = System.nanoTime();
    NativeRuntime runtime = NativeRuntime.ready();
    try {
      byte[] model = train(data.learningFrom(request.rows()), workload, request, trainer);
      return new RefitOutcome(model, since(start), null);
    } catch (InternalError | UnknownError e) {
      // The virtual machine itself is broken.
      throw e;
    } catch (Exception | Error e) {
      LOG.warn("the refit failed", e);
      return new RefitOutcome(null, since(start), TrialRunner.inWords(e));
    } finally {
      runtime.release();
    }
  }

  private static byte[] train(
      PreparedData data, Workload workload, RefitRequest request, Trainer trainer)
      throws IOException {
    Epochs epochs = trainer.epochs(data, workload, request.hyperparameters(), request.seed());
    try (Network network =
        Network.of(
            TrialNetwork.configure(
                data, workload, request.hyperparameters(), request.seed(), epochs.steps()),
            epochs.needsStockUpdater())) {
      var limit = new TimeLimit(null);
      for (int epoch = 1; epoch <= request.epochs(); epoch++) {
        int current = epoch;
        epochs.train(network, epoch, () -> limit.check(0, current));
        network.endEpoch();
      }
      String diverged =
          Divergence.of(data).reason(new Scorer(data).score(network, data.scoredTraining()));
      if (diverged != null) {
        throw new IOException("on the training rows, " + diverged);
      }
      return ModelFile.write(network, data.scaling());
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
