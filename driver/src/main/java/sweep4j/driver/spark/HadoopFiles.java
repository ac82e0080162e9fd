package sweep4j.driver.spark;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.Path;
import org.apache.spark.deploy.SparkHadoopUtil;
import sweep4j.worker.data.SourceOpener;

/** Opens data by any URI that Hadoop's file systems read, and by plain paths of this machine. */
public final class HadoopFiles {

  private HadoopFiles() {}

  /** An opener for both; Hadoop is only woken for a URI with a scheme other than {@code file}. */
  public static SourceOpener opener() {
    SourceOpener local = SourceOpener.local();
    return location -> {
      if (!location.matches("[A-Za-z][A-Za-z0-9+.-]+:.*") || location.startsWith("file:")) {
        return local.open(location);
      }
      try {
        var path = new Path(URI.create(location));
        return path.getFileSystem(SparkHadoopUtil.get().conf()).open(path);
      } catch (RuntimeException e) {
        // Hadoop's way to say that a URI is malformed, a host unknown or a class missing.
        throw new IOException(e.getMessage(), e);
      }
    };
  }
}
