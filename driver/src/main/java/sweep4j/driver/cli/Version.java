package sweep4j.driver.cli;

import picocli.CommandLine.IVersionProvider;

/** The versions of what a run is made of. */
final class Version implements IVersionProvider {

  static String text() {
    String version = Sweep.class.getPackage().getImplementationVersion();
    return "sweep4j "
        + (version == null ? "(unpackaged)" : version)
        + ", Spark "
        + org.apache.spark.package$.MODULE$.SPARK_VERSION()
        + ", Java "
        + Runtime.version().feature();
  }

  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }
}
