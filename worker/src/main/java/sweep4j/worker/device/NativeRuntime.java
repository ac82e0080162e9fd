package sweep4j.worker.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.api.concurrency.AffinityManager;
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

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

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

  /** What the calling thread is attached to. */
  private static final ThreadLocal<Device> ATTACHED = ThreadLocal.withInitial(Backend::usualDevice);

  /** What each thread needs once. */
  private static final ThreadLocal<Boolean> PREPARED =
      ThreadLocal.withInitial(
          () -> {
            prepareThread();
            return true;
          });

  private final boolean cuda;

  private NativeRuntime() {
    cuda = !Nd4j.getEnvironment().isCPU();
    if (cuda && !Backend.isCuda()) {
      throw new IllegalStateException("ND4J was to compute on processors, and has taken GPUs");
    }
    if (!cuda && Backend.isCuda()) {
      throw new NoGpuException(
          "ND4J's part for CUDA does not load, though nvidia-smi lists a GPU: a library of CUDA"
              + " 11.6 is missing, which the lines above name, or the log of the executor");
    }
    if (!cuda) {
      // Of CUDA's backend, threads are those of a block on the GPU.
      Nd4j.getEnvironment().setMaxThreads(1);
      Nd4j.getEnvironment().setMaxMasterThreads(1);
      Nd4j.factory().blas().setMaxThreads(1);
    }
    Nd4j.getMemoryManager().togglePeriodicGc(false);
    Nd4j.getMemoryManager().setOccasionalGcFrequency(0);
  }

  /** Makes the process and the calling thread ready to train, if they are not yet. */
  public static NativeRuntime ready() {
    NativeRuntime runtime = loaded();
    PREPARED.get();
    return runtime;
  }

  private static NativeRuntime loaded() {
    try {
      return INSTANCE.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof NoGpuException cause) {
        throw new NoGpuException(cause);
      }
      throw e;
    }
  }

  private static void prepareThread() {
    if (loaded().cuda) {
      // CUDA begins each thread at its device 0, whosever that is.
      useOnThisThread(ATTACHED.get());
    } else {
      // OpenMP keeps the number of threads of a parallel region for each calling thread.
      NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
    }
  }

  /**
   * Has the calling thread compute on {@code device} from now on, where this process computes on
   * GPUs. What it has allocated elsewhere must be given back by then.
   *
   * @throws NoGpuException if there is no such GPU
   */
  public static void attach(Device device) {
    NativeRuntime runtime = ready();
    ATTACHED.set(device.gpu() == null ? Backend.usualDevice() : device);
    if (runtime.cuda) {
      useOnThisThread(ATTACHED.get());
    }
  }

  /** What the calling thread computes on. */
  public static Device attached() {
    return ATTACHED.get();
  }

  private static void useOnThisThread(Device device) {
    AffinityManager devices = Nd4j.getAffinityManager();
    String address = Objects.requireNonNull(device.gpu(), "CUDA needs a GPU");
    int count = devices.getNumberOfDevices();
    int number = NUMBER.matcher(address).matches() ? Integer.parseInt(address) : count;
    if (number >= count) {
      throw new NoGpuException(
          "there is no GPU at address '%s': addresses are CUDA's own numbers, here below %d, as deploy/gpu/discover-gpus prints them"
              .formatted(address, count));
    }
    devices.unsafeSetDevice(number);
  }

  /** What the calling thread computes on, for the leaderboard. */
  public String device() {
    return ATTACHED.get().inWords(cuda);
  }

  /**
   * The native build and the processor, or the GPU: with equal ones, equal seeds give equal bits.
   *
   * @return for example {@code nd4j-native 1.0.0-M2.1 linux-x86_64; Intel(R) Xeon(R) CPU}; behind
   *     it the environment's word on what OpenBLAS is to take the processor for, where there is one
   */
  public static String provenance() {
    boolean cuda = ready().cuda;
    return "%s %s %s; %s"
        .formatted(
            cuda ? "nd4j-cuda" : "nd4j-native",
            nd4jVersion(),
            Loader.getPlatform(),
            cuda ? gpu() : processor() + coreType());
  }

  /** What the calling thread's GPU calls itself. */
  private static String gpu() {
    int number = Nd4j.getAffinityManager().getDeviceForCurrentThread();
    return NativeOpsHolder.getInstance().getDeviceNativeOps().getDeviceName(number);
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
