package sweep4j.driver.spark;

import org.apache.spark.api.java.function.Function;
import sweep4j.worker.device.NativeRuntime;

/** Loads ND4J and the data where trials will run, and tells what was loaded of ND4J. */
record PreflightTask(DataSupply data) implements Function<Integer, String> {

  @Override
  public String call(Integer ignored) {
    // They stay in the process.
    data.data();
    return NativeRuntime.provenance();
  }
}
