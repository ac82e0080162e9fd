package sweep4j.driver.spark;

import org.apache.spark.api.java.function.Function;
import sweep4j.worker.device.NativeRuntime;

/** Loads ND4J where trials will run, and tells what was loaded. */
record PreflightTask() implements Function<Integer, String> {

  @Override
  public String call(Integer ignored) {
    return NativeRuntime.provenance();
  }
}
