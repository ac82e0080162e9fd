package sweep4j.worker.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.api.memory.MemoryWorkspaceManager;
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

  static {
    // Before JavaCPP is loaded, which else asks the system for the process's memory at each of the
    // thousands of small allocations that a second of training makes. Its own count stays on.
    String limit = "org.bytedeco.javacpp.maxPhysicalBytes";
    System.setProperty(limit, System.getProperty(limit, "0"));
  }

  /**
   * Loaded on a thread that nobody interrupts, as a trial's is when nobody wants it any more.
   * JavaCPP locks files meanwhile, and where an interrupt breaks that off, the process has no
   * native code for as long as it lasts.
   */
  private static final CompletableFuture<NativeRuntime> INSTANCE =
      CompletableFuture.supplyAsync(
          NativeRuntime::new, load -> new Thread(load, "native-runtime").start());

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
    NativeRuntime runtime = INSTANCE.join();
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
   * @return for example {@code nd4j-native 1.0.0-M2.1 linux-x86_64; Intel(R) Xeon(R) CPU}; behind
   *     it the environment's word on what OpenBLAS is to take the processor for, where there is one
   */
  public static String provenance() {
    ready();
    return "%s %s %s; %s%s"
        .formatted(
            Nd4j.getEnvironment().isCPU() ? "nd4j-native" : "nd4j-cuda",
            nd4jVersion(),
            Loader.getPlatform(),
            processor(),
            coreType());
  }

  private static String coreType() {
    String name = "OPENBLAS_CORETYPE";
    String type = System.getenv(name);
    return type == null ? "" : " as " + name + "=" + type;
  }

  /** As Maven wrote it into ND4J's jar, and into any jar that was made of that one. */
  private static String nd4jVersion() {
    var properties = new Properties();
    try (InputStream in =
        Nd4j.class.getResourceAsStream("/META-INF/maven/org.nd4j/nd4j-api/pom.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read ND4J's version", e);
    }
    return properties.getProperty("version", "(unknown version)");
  }

  /** What the processor calls itself, where the system tells; its architecture elsewhere. */
  private static String processor() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse(System.getProperty("os.arch", ""));
    } catch (IOException | UncheckedIOException e) {
      // Not Linux; the architecture is what is known there.
      return System.getProperty("os.arch", "");
    }
  }

  /**
   * Gives back the native workspaces that the calling thread's trial filled. One by one, because
   * ND4J's way to give back all calls the garbage collector, for which the trials beside this one
   * would have to stand still.
   */
  public void release() {
    MemoryWorkspaceManager manager = Nd4j.getWorkspaceManager();
    manager.getAllWorkspacesForCurrentThread().forEach(manager::destroyWorkspace);
  }
}
