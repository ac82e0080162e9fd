package sweep4j.driver.spark;

import java.io.Serializable;
import sweep4j.driver.study.UnfitExecutorException;
import sweep4j.worker.data.PreparedData;

/** Where tasks have a sweep's data from. It is small itself, and sent along with each task. */
sealed interface DataSupply extends Serializable permits OwnData, ReadData, SentData {

  /**
   * The data, of which a process has one copy for all of its tasks; waits for them where they are
   * not there yet.
   *
   * @throws UnfitExecutorException if they cannot be had in this process
   */
  PreparedData data();

  /** To be called in the driver once no task needs the data any more. */
  default void release() {}
}
