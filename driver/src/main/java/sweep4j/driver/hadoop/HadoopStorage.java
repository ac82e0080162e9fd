package sweep4j.driver.hadoop;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.study.RunFolder;
import sweep4j.driver.study.Storage;
import sweep4j.driver.study.StoredLines;

/** A run's folder on one of Hadoop's file systems. */
public final class HadoopStorage implements Storage {

  private static final Duration PATIENCE_WITH_HDFS = Duration.ofMinutes(2);
  private static final long LOOK_MILLIS = 200;

  private final HadoopFolder folder;
  private final LockTimes times;

  /** Of the claim, while there is one. */
  private volatile @Nullable FolderLock lock;

  HadoopStorage(FileSystem system, Path folder, LockTimes times) throws IOException {
    this.folder = new HadoopFolder(system, folder);
    this.times = times;
  }

  /**
   * The folder at {@code uri}.
   *
   * @throws IOException when no file system is known for it, or it is malformed
   */
  public static HadoopStorage at(String uri) throws IOException {
    var configuration = new Configuration(SparkHadoopUtil.get().conf());
    // Hadoop would close it at shutdown, while an interrupted run still writes.
    configuration.setBoolean("fs.automatic.close", false);
    try {
      var folder = new Path(uri);
      return new HadoopStorage(
          FileSystem.newInstance(folder.toUri(), configuration), folder, LockTimes.usual());
    } catch (RuntimeException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public String location() {
    return folder.location();
  }

  @Override
  public String location(String name) {
    return folder.location(name);
  }

  @Override
  public boolean isFile() throws IOException {
    return folder.isFile();
  }

  @Override
  public boolean exists(String name) throws IOException {
    return folder.exists(name);
  }

  @Override
  public InputStream open(String name) throws IOException {
    return folder.open(name);
  }

  @Override
  public List<String> list(String name) throws IOException {
    return folder.list(name);
  }

  @Override
  public void replace(String name, byte[] content) throws IOException {
    check();
    try {
      folder.replace(name, content);
    } catch (IOException e) {
      throw Storage.unwritable(location(name), e);
    }
  }

  @Override
  public void delete(String name) throws IOException {
    check();
    folder.delete(name);
  }

  @Override
  public StoredLines lines(String name) {
    return new Segments(this, folder, SegmentNames.of(name));
  }

  /** Fails if another driver has taken the folder over. */
  void check() throws IOException {
    FolderLock held = lock;
    if (held != null) {
      held.check();
    }
  }

  @Override
  public Optional<Claim> claim(Consumer<String> waiting) throws IOException {
    boolean made = !folder.exists("");
    folder.make();
    FolderLock taken = FolderLock.take(folder, times, waiting);
    if (taken == null) {
      return Optional.empty();
    }
    lock = taken;
    var claim = new Held(taken, made);
    try {
      takeFromFormerOwner(waiting);
    } catch (IOException e) {
      claim.close();
      throw e;
    }
    return Optional.of(claim);
  }

  /**
   * Has a former owner that is not dead but slow fail in the midst of a write to the journal. What
   * it had been told is kept is there to be read thereafter.
   */
  private void takeFromFormerOwner(Consumer<String> waiting) throws IOException {
    List<String> journal = lines(RunFolder.JOURNAL).files();
    if (journal.isEmpty()) {
      return;
    }
    String last = journal.get(journal.size() - 1);
    long begun = System.nanoTime();
    if (!folder.isClosed(last)) {
      waiting.accept(
          "%s is still open for the run that wrote it; HDFS may take some seconds to close it."
              .formatted(location(last)));
    }
    while (!folder.isClosed(last)) {
      if (System.nanoTime() - begun > PATIENCE_WITH_HDFS.toNanos()) {
        throw new IOException(
            "%s is still open for the driver that wrote it, and HDFS does not close it; wait some minutes, and try again"
                .formatted(location(last)));
      }
      folder.takeFromWriter(last);
      try {
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while waiting for HDFS to close " + last, e);
      }
    }
  }

  /** What a claim holds, until it gives it back. */
  private final class Held implements Claim {

    private final FolderLock held;

    /** Whether the folder was made for it. */
    private final boolean made;

    private Held(FolderLock held, boolean made) {
      this.held = held;
      this.made = made;
    }

    @Override
    public void close() throws IOException {
      held.release();
      lock = null;
    }

    @Override
    public void undo() throws IOException {
      close();
      if (made && folder.list("").isEmpty()) {
        folder.delete("");
      }
    }
  }
}
