package sweep4j.worker.device;

import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The set-up that ND4J needs for trials, done on first use: once for the process, and once more for
 * each thread that trains.
 *
 * <p>Each trial computes on one native thread: trials run side by side, one to a core, and native
 * threads that spin for their turn on a busy core cost far more than they bring. The collector is
 * left alone, because trials release their native memory themselves.
 */
public final class NativeRuntime {

  private static final NativeRuntime INSTANCE = new NativeRuntime();

  /** OpenMP keeps the number of threads that a parallel region gets for each calling thread. */
  private static final ThreadLocal<Boolean> ONE_THREAD =
      ThreadLocal.withInitial(
          () -> {
            NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
            return true;
          });

  private final String device;

  private NativeRuntime() {
    Nd4j.getEnvironment().setMaxThreads(1);
    Nd4j.getEnvironment().setMaxMasterThreads(1);
    Nd4j.factory().blas().setMaxThreads(1);
    Nd4j.getMemoryManager().togglePeriodicGc(false);
    Nd4j.getMemoryManager().setOccasionalGcFrequency(0);
    device = Nd4j.getEnvironment().isCPU() ? "cpu" : "gpu";
  }

  /** Makes the process and the calling thread ready to train, if they are not yet. */
  public static NativeRuntime ready() {
    NativeRuntime runtime = INSTANCE;
    ONE_THREAD.get();
    return runtime;
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
