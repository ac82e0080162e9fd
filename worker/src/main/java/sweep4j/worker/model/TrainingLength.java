package sweep4j.worker.model;

/**
 * How long a network trains, by which schedules count.
 *
 * @param maxEpochs passes over the training split at most, at least 1
 * @param iterationsPerEpoch mini-batches in an epoch, at least 1
 */
public record TrainingLength(int maxEpochs, int iterationsPerEpoch) {
  public TrainingLength {
    if (maxEpochs < 1 || iterationsPerEpoch < 1) {
      throw new IllegalArgumentException(
          "epochs and iterations must be at least 1, but got %d epochs of %d iterations"
              .formatted(maxEpochs, iterationsPerEpoch));
    }
  }
}
