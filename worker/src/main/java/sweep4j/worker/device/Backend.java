package sweep4j.worker.device;

import java.util.List;

/**
 * Which of ND4J's backends this process computes with. ND4J by itself takes CUDA's wherever that
 * loads, and else the processors' without a word. Here it is what was asked for: GPUs where they
 * are wanted and this build has them, and processors in all other cases, though the same build has
 * both. To be said before anything of ND4J's is loaded.
 */
public final class Backend {

  private static final String CUDA = "/org/nd4j/linalg/jcublas/JCublasBackend.class";

  private static volatile List<String> gpus = List.of();

  private Backend() {}

  /**
   * Has this process compute on GPUs, if this build can.
   *
   * @param addresses of the GPUs that it may use, at least one; the first is for threads that are
   *     attached to none
   */
  public static void bind(List<String> addresses) {
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("a process that computes on GPUs needs one");
    }
    gpus = List.copyOf(addresses);
  }

  /** The GPUs that this process may use; empty for none. */
  public static List<String> gpus() {
    return gpus;
  }

  /** Whether this build can compute on GPUs. */
  public static boolean hasCuda() {
    return Backend.class.getResource(CUDA) != null;
  }

  /** Whether this process is to compute on GPUs, and can. */
  static boolean isCuda() {
    return !gpus.isEmpty() && hasCuda();
  }

  /** For threads that are attached to nothing else. */
  static Device usualDevice() {
    return isCuda() ? Device.gpu(gpus.get(0)) : Device.none();
  }
}
