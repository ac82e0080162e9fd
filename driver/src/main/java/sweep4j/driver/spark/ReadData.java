package sweep4j.driver.spark;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import sweep4j.driver.hadoop.HadoopFiles;
import sweep4j.driver.study.UnfitExecutorException;
import sweep4j.trial.DataSettings;
import sweep4j.worker.data.DataException;
import sweep4j.worker.data.DataLoader;
import sweep4j.worker.data.PreparedData;

/**
 * Data that each executor reads from where the driver has read them, by the same loader, and so
 * with the same splits and scaling.
 *
 * @param files what to read
 * @param hadoop the driver's settings of Hadoop, with what the user gave to Spark as {@code
 *     spark.hadoop.*}: an executor has none of its own
 */
record ReadData(Files files, Broadcast<SerializableConfiguration> hadoop) implements DataSupply {

  private static final Once<Files, PreparedData> READ = new Once<>("data");

  private static final String REMEDY =
      "Make them readable there under the same name, put them where every machine reads them (such as hdfs:// or s3a://), or set data.delivery: broadcast";

  /**
   * Data as the driver found them.
   *
   * @param seed that the splits are drawn from
   * @param contentHash of the data that the driver has read
   */
  record Files(DataSettings settings, long seed, String contentHash)
      implements java.io.Serializable {

    /** Reads them in this process. */
    PreparedData read(Configuration configuration) {
      PreparedData data;
      try {
        data = DataLoader.load(settings, seed, HadoopFiles.opener(configuration));
      } catch (DataException e) {
        throw new UnfitExecutorException(
            "%s cannot read the data: %s %s"
                .formatted(ThisExecutor.inWords(), e.getMessage(), REMEDY),
            e);
      } catch (OutOfMemoryError e) {
        throw ThisExecutor.tooSmall(e);
      }
      if (!data.contentHash().equals(contentHash)) {
        throw new UnfitExecutorException(
            "%s has read other data from %s than the driver (their SHA-256 differs): they have changed since, or other files lie there. %s"
                .formatted(
                    ThisExecutor.inWords(),
                    String.join(", ", settings.source().locations()),
                    REMEDY));
      }
      return data;
    }
  }

  @Override
  public PreparedData data() {
    try {
      return READ.get(files, () -> files.read(hadoop.value().value()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("stopped while it waited for the data");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnfitExecutorException unfit) {
        throw unfit;
      }
      throw new IllegalStateException("the data could not be read: " + e.getCause(), e);
    }
  }
}
