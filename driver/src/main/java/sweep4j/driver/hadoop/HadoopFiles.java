package sweep4j.driver.hadoop;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.jspecify.annotations.Nullable;
import sweep4j.worker.data.SourceOpener;

/** Opens data by any URI that Hadoop's file systems read, and by plain paths of this machine. */
public final class HadoopFiles implements SourceOpener {
  private final SourceOpener local = SourceOpener.local();
  private final Supplier<Configuration> configuration;

  private HadoopFiles(Supplier<Configuration> configuration) {
    this.configuration = configuration;
  }

  /**
   * An opener for both, with this process's own settings of Hadoop; it is only woken for a URI with
   * a scheme other than {@code file}.
   */
  public static SourceOpener opener() {
    return new HadoopFiles(() -> SparkHadoopUtil.get().conf());
  }

  /** The same with other settings of Hadoop. */
  public static SourceOpener opener(Configuration configuration) {
    return new HadoopFiles(() -> configuration);
  }

  @Override
  public InputStream open(String location) throws IOException {
    if (isLocal(location)) {
      return local.open(location);
    }
    try {
      return system(location).open(path(location));
    } catch (RuntimeException e) {
      throw readable(e);
    }
  }

  @Override
  public SeekableByteChannel channel(String location) throws IOException {
    if (isLocal(location)) {
      return local.channel(location);
    }
    try {
      FileSystem system = system(location);
      long size = system.getFileStatus(path(location)).getLen();
      return new HadoopChannel(system.open(path(location)), size);
    } catch (RuntimeException e) {
      throw readable(e);
    }
  }

  @Override
  public @Nullable List<Child> list(String location) throws IOException {
    if (isLocal(location)) {
      return local.list(location);
    }
    try {
      FileSystem system = system(location);
      if (!system.getFileStatus(path(location)).isDirectory()) {
        return null;
      }
      return Arrays.stream(system.listStatus(path(location)))
          .map(
              each ->
                  new Child(
                      each.getPath().toString(), each.getPath().getName(), each.isDirectory()))
          .toList();
    } catch (FileNotFoundException e) {
      return null;
    } catch (RuntimeException e) {
      throw readable(e);
    }
  }

  /** Whether {@code location} is a path of one machine. */
  public static boolean isLocal(String location) {
    return !location.matches("[A-Za-z][A-Za-z0-9+.-]+:.*") || location.startsWith("file:");
  }

  private static Path path(String location) {
    // What listing gave may hold characters that a URI may not.
    return new Path(location);
  }

  private FileSystem system(String location) throws IOException {
    return path(location).getFileSystem(configuration.get());
  }

  /** Runtime exceptions are Hadoop's way to say that a URI is malformed or a class missing. */
  private static IOException readable(RuntimeException e) {
    String reason =
        e.getCause() instanceof URISyntaxException uri ? uri.getMessage() : e.getMessage();
    return new IOException(reason, e);
  }
}
