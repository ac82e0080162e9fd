package sweep4j.driver.spark;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.apache.spark.SparkConf;

/**
 * A Spark that runs on one machine only: nobody beyond it has a reason to reach it, nor anybody
 * else on it. What speaks with Spark can have it run code. What the user sets stays as it is.
 */
final class OneMachine {

  private static final String LOOPBACK = "127.0.0.1";
  private static final int SECRET_BYTES = 32;

  /** Spark's own way to say where to listen, for all of its parts. */
  private static final String ADDRESS = "SPARK_LOCAL_IP";

  private OneMachine() {}

  /**
   * Has Spark listen to this machine alone, and to who knows its secret.
   *
   * @param environment of this process
   */
  static void keepToItself(SparkConf conf, Map<String, String> environment) {
    String master = conf.get("spark.master");
    boolean inThisJvm = isInThisJvm(master);
    if (!inThisJvm && !master.startsWith("local-cluster[")) {
      return;
    }
    if (!environment.containsKey(ADDRESS)) {
      conf.setIfMissing("spark.driver.host", LOOPBACK);
      conf.setIfMissing("spark.driver.bindAddress", LOOPBACK);
      // Its address has no setting, and is all of them.
      conf.setIfMissing("spark.ui.enabled", "false");
    }
    conf.setIfMissing("spark.ui.killEnabled", "false");
    conf.setIfMissing("spark.authenticate", "true");
    if (!inThisJvm && conf.getBoolean("spark.authenticate", false)) {
      // In one JVM, Spark makes one by itself; executors get it by their environment.
      conf.setIfMissing("spark.authenticate.secret", secret());
    }
  }

  /** Whether executors are threads of this process. */
  static boolean isInThisJvm(String master) {
    return master.equals("local") || master.startsWith("local[");
  }

  private static String secret() {
    var bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
