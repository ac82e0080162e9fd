package sweep4j.driver.spark;

import java.util.Iterator;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import sweep4j.trial.Fold;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.RefitRows;
import sweep4j.trial.Seeds;
import sweep4j.trial.Seeds.Stream;
import sweep4j.trial.Workload;
import sweep4j.worker.data.Batch;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.training.Trainer;

/**
 * The mini-batches of a part, gathered where they are learned from. All that is drawn for them
 * comes from streams of the part's own, so it does not matter which thread of which machine has it.
 *
 * @param workload sent once to each executor
 * @param rows what is learned from
 * @param leftOut what is not, of them; null for nothing
 */
record PartBatches(
    DataSupply data,
    Broadcast<Workload> workload,
    RefitRows rows,
    @Nullable Fold leftOut,
    Hyperparameters hyperparameters,
    long seed)
    implements FlatMapFunction<Part, DataSet> {

  @Override
  public Iterator<DataSet> call(Part part) {
    NativeRuntime.attach(TaskDevice.current());
    NativeRuntime runtime = NativeRuntime.ready();
    // Deeplearning4j draws dropout from the generator of the calling thread.
    Nd4j.getRandom()
        .setSeed(Seeds.mix(seed, Stream.DROPOUT, part.epoch(), part.round(), part.worker()));
    PreparedData all = data.data().learningFrom(rows);
    if (leftOut != null) {
      all = all.folded(leftOut).data();
    }
    var batches =
        new Batches(
            Trainer.batches(
                    all, all.training().at(part.places()), workload.value(), hyperparameters)
                .inOrder(
                    Seeds.random(
                        seed, Stream.AUGMENTATION, part.epoch(), part.round(), part.worker())));
    TaskContext.get()
        .addTaskCompletionListener(
            ended -> {
              batches.close();
              runtime.release();
            });
    return batches;
  }

  /** Deeplearning4j asks for the next batch only when it is done with the one before. */
  private static final class Batches implements Iterator<DataSet>, AutoCloseable {
    private final Iterator<Batch> batches;
    private @Nullable Batch latest;

    Batches(Iterator<Batch> batches) {
      this.batches = batches;
    }

    @Override
    public boolean hasNext() {
      return batches.hasNext();
    }

    @Override
    public DataSet next() {
      close();
      Batch batch = batches.next();
      latest = batch;
      return batch.toDataSet();
    }

    @Override
    public void close() {
      if (latest != null) {
        latest.close();
        latest = null;
      }
    }
  }
}
