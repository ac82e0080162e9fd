package sweep4j.driver.hadoop;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * A file system that can do as little as an object store: a file shows when it is closed, as a
 * whole; there is no appending, no renaming, and no way to make sure of what is not closed yet.
 */
public final class ObjectStore extends FileSystem {

  static final URI ROOT = URI.create("objects://bucket/");

  private final RawLocalFileSystem disk = new RawLocalFileSystem();
  private Runnable changed = () -> {};

  @Override
  public void initialize(URI name, Configuration conf) throws IOException {
    super.initialize(name, conf);
    disk.initialize(URI.create("file:///"), conf);
    setConf(conf);
  }

  /** A store whose objects are files of this machine. */
  static ObjectStore create() throws IOException {
    var store = new ObjectStore();
    store.initialize(ROOT, new Configuration());
    return store;
  }

  /** Has {@code changed} run after each step of a change that others can see. */
  void watch(Runnable eachChange) {
    changed = eachChange;
  }

  private static Path onDisk(Path path) {
    return new Path("file", "", path.toUri().getPath());
  }

  @Override
  public String getScheme() {
    return "objects";
  }

  @Override
  public URI getUri() {
    return ROOT;
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    return disk.open(onDisk(path), bufferSize);
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    if (!overwrite && disk.exists(onDisk(path))) {
      throw new FileAlreadyExistsException(path.toString());
    }
    OutputStream object =
        new ByteArrayOutputStream() {
          private boolean closed;

          @Override
          public void close() throws IOException {
            if (!closed) {
              closed = true;
              var part = new Path(onDisk(path).getParent(), ".upload-" + System.nanoTime());
              try (var out = disk.create(part, true)) {
                out.write(toByteArray());
              }
              if (!disk.rename(part, onDisk(path))) {
                throw new IOException("cannot be put: " + path);
              }
              changed.run();
            }
          }
        };
    return new FSDataOutputStream(object, null);
  }

  @Override
  public FSDataOutputStream append(Path path, int bufferSize, Progressable progress) {
    throw new UnsupportedOperationException("objects are not appended to");
  }

  @Override
  public boolean rename(Path from, Path to) {
    throw new UnsupportedOperationException("objects are not renamed");
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    boolean deleted = disk.delete(onDisk(path), recursive);
    changed.run();
    return deleted;
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    FileStatus[] all = disk.listStatus(onDisk(path));
    for (FileStatus each : all) {
      each.setPath(new Path("objects", "bucket", each.getPath().toUri().getPath()));
    }
    return Arrays.stream(all)
        .filter(each -> !each.getPath().getName().startsWith(".upload-"))
        .toArray(FileStatus[]::new);
  }

  @Override
  public void setWorkingDirectory(Path path) {
    disk.setWorkingDirectory(onDisk(path));
  }

  @Override
  public Path getWorkingDirectory() {
    return new Path("objects", "bucket", "/");
  }

  @Override
  public boolean mkdirs(Path path, FsPermission permission) throws IOException {
    return disk.mkdirs(onDisk(path));
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    FileStatus status = disk.getFileStatus(onDisk(path));
    status.setPath(path);
    return status;
  }
}
