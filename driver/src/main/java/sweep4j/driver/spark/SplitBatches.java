package sweep4j.driver.spark;

import java.util.Arrays;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.nd4j.linalg.dataset.DataSet;
import sweep4j.worker.data.Batch;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.data.Subset;
import sweep4j.worker.device.NativeRuntime;

/**
 * A part of a split, gathered where it is used.
 *
 * @param parts how many parts there are
 */
record SplitBatches(DataSupply data, Split split, int parts)
    implements FlatMapFunction<Integer, DataSet> {

  /** Rows of a batch: enough to keep matrix products efficient, small beside a data set. */
  static final int ROWS_AT_ONCE = 1024;

  @Override
  public Iterator<DataSet> call(Integer part) {
    NativeRuntime.attach(TaskDevice.current());
    PreparedData prepared = data.data();
    Subset all = split.of(prepared);
    int from = (int) ((long) all.size() * part / parts);
    int to = (int) ((long) all.size() * (part + 1) / parts);
    var rows = new Subset(all.examples(), Arrays.copyOfRange(all.rows(), from, to));
    Iterator<Batch> batches = prepared.batches(rows, ROWS_AT_ONCE).inOrder();
    Thread task = Thread.currentThread();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return batches.hasNext();
      }

      @Override
      public DataSet next() {
        try {
          return batches.next().toDataSet();
        } catch (RuntimeException | Error e) {
          // Deeplearning4j makes batches ahead on a thread of its own, and would wait for this one
          // forever. What is wrong with it, that thread says as it ends.
          task.interrupt();
          throw e;
        }
      }
    };
  }
}
