package sweep4j.driver.hadoop;

import java.io.Closeable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** HDFS in this process: a name node and a data node. */
public final class MiniHdfs implements Closeable {

  /** By JMX a number is shown for a second as it was, as hadoop-metrics2.properties says. */
  private static final int MILLIS_UNTIL_FRESH = 1_100;

  private final MiniDFSCluster cluster;

  /** Keeps its files below {@code folder}. */
  public MiniHdfs(Path folder) throws IOException {
    var configuration = new Configuration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.toString());
    // They want a class of commons-logging that Spark's stand-in for it does not have.
    configuration.setInt("dfs.namenode.metrics.logger.period.seconds", 0);
    configuration.setInt("dfs.datanode.metrics.logger.period.seconds", 0);
    this.cluster = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
    cluster.waitActive();
  }

  public URI uri() {
    return cluster.getURI();
  }

  /** How many bytes the data node has given away so far. */
  public long bytesRead() throws JMException, InterruptedException {
    TimeUnit.MILLISECONDS.sleep(MILLIS_UNTIL_FRESH);
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    long bytes = 0;
    for (ObjectName node :
        server.queryNames(
            new ObjectName("Hadoop:service=DataNode,name=DataNodeActivity-*"), null)) {
      bytes += (Long) server.getAttribute(node, "BytesRead");
    }
    return bytes;
  }

  @Override
  public void close() {
    cluster.shutdown();
  }
}
