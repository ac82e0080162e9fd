package sweep4j.worker.training;

import java.util.Iterator;
import sweep4j.trial.Score;
import sweep4j.worker.data.Batch;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.data.Subset;

/** What a network answers to the rows of a split. */
public final class Answering {

  private Answering() {}

  /** How well a network does on {@code subset}, with the bits by which a trial is measured. */
  public static Score score(Network network, PreparedData data, Subset subset) {
    return new Scorer(data).score(network, subset);
  }

  /**
   * What the output layer computes before its activation, for every row of {@code subset}: the same
   * bits as a trial is scored by, because the rows come in the same batches.
   *
   * @param subset a split of {@code data}
   * @return row after row; for regression scaled numbers
   * @throws IllegalArgumentException if these are more numbers than an array can have
   */
  public static float[] logits(Network network, PreparedData data, Subset subset) {
    long length = (long) subset.size() * data.outputWidth();
    if (length > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "answers to a split must be fewer than 2^31 - 8 numbers, but %d rows of %d are more"
              .formatted(subset.size(), data.outputWidth()));
    }
    var all = new float[(int) length];
    int filled = 0;
    Iterator<Batch> batches = data.batches(subset, Scorer.ROWS_AT_ONCE).inOrder();
    while (batches.hasNext()) {
      try (Batch batch = batches.next()) {
        float[] some = Scorer.answers(network, batch.features());
        System.arraycopy(some, 0, all, filled, some.length);
        filled += some.length;
      }
    }
    return all;
  }
}
