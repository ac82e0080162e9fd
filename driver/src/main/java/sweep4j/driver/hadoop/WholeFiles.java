package sweep4j.driver.hadoop;

import java.io.IOException;
import java.util.Set;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.StreamCapabilities;
import org.jspecify.annotations.Nullable;

/**
 * Replaces files in one step, by the means that the file system has.
 *
 * <p>HDFS renames a file onto another one atomically, and so does a local disk: there, a new file
 * is written beside the old one and renamed. An object store's rename copies and deletes; there,
 * the file is written over the old one, and shows when it is closed, as a whole (Hadoop's file
 * system specification, introduction.md, "Object Stores vs. Filesystems", and outputstream.md,
 * "Object stores"). No file system tells which it is, so it is decided by the scheme.
 */
final class WholeFiles {

  private static final Set<String> OF_HDFS = Set.of("hdfs", "webhdfs", "swebhdfs", "viewfs");

  private final FileSystem system;

  /** Renames onto a file that is there; null where the file system itself does. */
  private final @Nullable FileContext context;

  private final boolean renames;

  WholeFiles(FileSystem system) throws IOException {
    this.system = system;
    this.context =
        isOfHdfs(system) ? FileContext.getFileContext(system.getUri(), system.getConf()) : null;
    this.renames = context != null || system instanceof RawLocalFileSystem;
  }

  /** Whether {@code system} lets one of several create a file, whenever they try. */
  static boolean isOfHdfs(FileSystem system) {
    return OF_HDFS.contains(system.getUri().getScheme());
  }

  void replace(Path path, byte[] content) throws IOException {
    if (!renames) {
      write(path, content);
      return;
    }
    var fresh = new Path(path.getParent(), "." + path.getName() + ".new");
    write(fresh, content);
    if (context != null) {
      context.rename(fresh, path, Options.Rename.OVERWRITE);
    } else if (!system.rename(fresh, path)) {
      throw new IOException("it cannot be renamed from " + fresh.getName());
    }
  }

  private void write(Path path, byte[] content) throws IOException {
    try (FSDataOutputStream out = system.create(path, true)) {
      out.write(content);
      if (out.hasCapability(StreamCapabilities.HSYNC)) {
        out.hsync();
      }
    }
  }
}
