package sweep4j.driver.spark;

/** The version of Spark that this process runs on. */
public final class SparkVersion {

  private SparkVersion() {}

  public static String text() {
    return org.apache.spark.package$.MODULE$.SPARK_VERSION();
  }
}
