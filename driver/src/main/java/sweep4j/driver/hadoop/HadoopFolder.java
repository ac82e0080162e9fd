package sweep4j.driver.hadoop;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.jspecify.annotations.Nullable;

/** The files of a folder, whoever may write to it; an interrupt of the caller tears nothing. */
final class HadoopFolder {

  private final FileSystem system;
  private final Path folder;
  private final WholeFiles whole;
  private final Uninterrupted calls = new Uninterrupted();

  HadoopFolder(FileSystem any, Path folder) throws IOException {
    // Hadoop's checksums lie in files of their own, which are not replaced in one step with the
    // file; what matters in a run's folder has a checksum in it.
    this.system = any instanceof LocalFileSystem local ? local.getRawFileSystem() : any;
    this.folder = folder;
    this.whole = new WholeFiles(system);
  }

  String location() {
    return folder.toString();
  }

  String location(String name) {
    return path(name).toString();
  }

  private Path path(String name) {
    return name.isEmpty() ? folder : new Path(folder, name);
  }

  /** Whether one of several that create a file at the same moment is told that it is the one. */
  boolean createsForOne() {
    return WholeFiles.isOfHdfs(system);
  }

  boolean exists(String name) throws IOException {
    return calls.call(() -> system.exists(path(name)));
  }

  boolean isFile() throws IOException {
    return calls.call(
        () -> {
          try {
            return system.getFileStatus(folder).isFile();
          } catch (FileNotFoundException e) {
            return false;
          }
        });
  }

  void make() throws IOException {
    if (!calls.call(() -> system.mkdirs(folder))) {
      throw new IOException("the file system does not say why");
    }
  }

  FSDataInputStream open(String name) throws IOException {
    return calls.call(() -> system.open(path(name)));
  }

  /** The whole file; null if it is not there. */
  byte @Nullable [] readIfThere(String name) throws IOException {
    try (FSDataInputStream in = open(name)) {
      return in.readAllBytes();
    } catch (FileNotFoundException e) {
      return null;
    }
  }

  /** Names below the folder {@code name}, this one included, in their order. */
  List<String> list(String name) throws IOException {
    String prefix = name.isEmpty() ? "" : name + "/";
    return calls.call(
        () -> {
          try {
            return Arrays.stream(system.listStatus(path(name)))
                .map(FileStatus::getPath)
                .map(each -> prefix + each.getName())
                .sorted()
                .toList();
          } catch (FileNotFoundException e) {
            return List.of();
          }
        });
  }

  void replace(String name, byte[] content) throws IOException {
    calls.run(() -> whole.replace(path(name), content));
  }

  /** A new file, open to be written with {@link #run}; fails if it is there already. */
  FSDataOutputStream create(String name) throws IOException {
    return calls.call(() -> system.create(path(name), false));
  }

  void delete(String name) throws IOException {
    calls.run(() -> system.delete(path(name), false));
  }

  /** Does what an open file needs. */
  void run(Uninterrupted.Task task) throws IOException {
    calls.run(task);
  }

  /** Whether nobody writes to {@code name} any more; only HDFS knows of some who might. */
  boolean isClosed(String name) throws IOException {
    return !(system instanceof DistributedFileSystem hdfs)
        || calls.call(() -> hdfs.isFileClosed(path(name)));
  }

  /** Has whoever writes to {@code name} fail from now on, and keeps what reached the disks. */
  void takeFromWriter(String name) throws IOException {
    if (system instanceof DistributedFileSystem hdfs) {
      calls.run(() -> hdfs.recoverLease(path(name)));
    }
  }
}
