package sweep4j.deploy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/**
 * Hadoop's own YARN in small: a resource manager and two node managers. Its file system is this
 * machine's. Runs until it is killed, because by itself it waits for hours before it stops, until
 * it may delete the logs of containers.
 */
final class YarnProcess {

  private static final int NODES = 2;
  private static final int PATIENCE_MILLISECONDS = 180_000;

  /** What it says when all is there. */
  static final String READY = "YARN is ready";

  private YarnProcess() {}

  /** Starts it in the folder that is named, with its configuration in {@code hadoop} there. */
  @SuppressWarnings("SystemOut") // Its log.
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    // Where a MiniYARNCluster keeps its files, which has no other way to be told.
    System.setProperty("test.build.data", folder.resolve("build").toString());
    var settings = new YarnConfiguration();
    Map.of(
            "fs.defaultFS", "file:///",
            "yarn.minicluster.yarn.nodemanager.resource.memory-mb", "6144",
            "yarn.scheduler.minimum-allocation-mb", "256",
            "yarn.scheduler.capacity.root.queues", "default",
            "yarn.scheduler.capacity.root.default.capacity", "100",
            // In cluster mode, a driver is a master of an application, for which a tenth is left.
            "yarn.scheduler.capacity.maximum-am-resource-percent", "1.0",
            "yarn.nodemanager.admin-env", "JAVA_HOME=" + System.getProperty("java.home"),
            // A disk that is nearly full would make a node unfit.
            "yarn.nodemanager.disk-health-checker.max-disk-utilization-per-disk-percentage", "100")
        .forEach(settings::set);
    var yarn = new MiniYARNCluster("sweep4j", NODES, 1, 1);
    yarn.init(settings);
    yarn.start();
    if (!yarn.waitForNodeManagersToConnect(PATIENCE_MILLISECONDS)) {
      throw new IllegalStateException("the node managers do not come");
    }
    Path configuration = Files.createDirectories(folder.resolve("hadoop"));
    for (String name : List.of("core-site.xml", "yarn-site.xml")) {
      try (OutputStream out = Files.newOutputStream(configuration.resolve(name))) {
        yarn.getConfig().writeXml(out);
      }
    }
    System.out.println(READY);
  }
}
