package sweep4j.driver.cli;

import picocli.CommandLine.IVersionProvider;
import sweep4j.driver.spark.SparkVersion;

/** The versions of what a run is made of. */
final class Version implements IVersionProvider {

  static String text() {
    String version = Sweep.class.getPackage().getImplementationVersion();
    return "sweep4j "
        + (version == null ? "(unpackaged)" : version)
        + ", Spark "
        + SparkVersion.text()
        + ", Java "
        + Runtime.version().feature();
  }

  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }
}
