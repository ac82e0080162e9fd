package sweep4j.worker.device;

import org.nd4j.linalg.factory.Nd4j;

/**
 * The one set-up of ND4J that a process needs before its first array, done on first use.
 *
 * <p>Each trial computes on one native thread: trials run side by side, one to a core, and threads
 * of two trials that spin on the same cores cost far more than they bring. The collector is left
 * alone, because trials release their native memory themselves.
 */
public final class NativeRuntime {

  private static final NativeRuntime INSTANCE = new NativeRuntime();

  private final String device;

  private NativeRuntime() {
    Nd4j.getEnvironment().setMaxThreads(1);
    Nd4j.getEnvironment().setMaxMasterThreads(1);
    Nd4j.getMemoryManager().togglePeriodicGc(false);
    Nd4j.getMemoryManager().setOccasionalGcFrequency(0);
    device = Nd4j.getEnvironment().isCPU() ? "cpu" : "gpu";
  }

  /** Makes the process ready to train, if it is not yet. */
  public static NativeRuntime ready() {
    return INSTANCE;
  }

  /** What trials of this process compute on. */
  public String device() {
    return device;
  }

  /**
   * The native build and the processor: with equal ones, equal seeds give equal bits.
   *
   * @return for example {@code Nd4jCpu 1.0.0-M2.1 linux-x86_64 AVX512; amd64}
   */
  public static String provenance() {
    INSTANCE.device();
    var backend = Nd4j.getBackend();
    return String.join(
        " ",
        backend.getClass().getSimpleName(),
        backend.buildInfo().lines().map(String::strip).reduce((a, b) -> a + "; " + b).orElse(""),
        System.getProperty("os.arch", ""));
  }

  /** Gives back the native workspaces that the calling thread's trial filled. */
  public void release() {
    Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
  }
}
