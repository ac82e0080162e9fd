package sweep4j.driver.hadoop;

import java.io.IOException;
import java.time.Duration;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import sweep4j.driver.study.LocalStorage;
import sweep4j.driver.study.Storage;

/** A place for a run's folder, which any number of drivers can see. */
interface Place {

  /** Short, so that tests need not wait; long enough for a machine that is busy. */
  LockTimes TIMES = new LockTimes(Duration.ofMillis(300), 5);

  /** The folder {@code name} as a driver that has just started sees it. */
  Storage open(String name) throws IOException;

  static Place local(java.nio.file.Path folder) {
    return name -> new LocalStorage(folder.resolve(name));
  }

  static Place of(FileSystem system, String folder) {
    return name ->
        new HadoopStorage(system, new Path(system.makeQualified(new Path(folder)), name), TIMES);
  }

  /** Its own client for each driver, as HDFS knows who writes by these. */
  static Place hdfs(MiniHdfs hdfs) {
    return name ->
        new HadoopStorage(
            FileSystem.newInstance(hdfs.uri(), new Configuration()),
            new Path(new Path(hdfs.uri()), "/runs/" + name),
            TIMES);
  }
}
