package sweep4j.worker.device;

import org.nd4j.linalg.cpu.nativecpu.CpuBackend;

/**
 * ND4J's backend for processors, which comes before CUDA's unless this process is to compute on
 * GPUs. ND4J finds it as a service, in builds that hold CUDA's too.
 */
public final class ProcessorsFirst extends CpuBackend {

  /** Far beyond ND4J's own, 0 and 100. */
  private static final int FIRST = 10_000;

  @Override
  public int getPriority() {
    return Backend.isCuda() ? -FIRST : FIRST;
  }
}
