package sweep4j.worker.device;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A GPU as its driver describes it.
 *
 * @param address as CUDA counts them
 * @param name as its maker calls it
 * @param major of its compute capability
 * @param minor likewise
 * @param mebibytes of its memory; null where the driver does not tell
 */
record Card(String address, String name, int major, int minor, @Nullable Integer mebibytes)
    implements Serializable {

  /**
   * Compute capabilities that nd4j-cuda-11.6 1.0.0-M2.1 has machine code for, read from the headers
   * of the code in its library. It holds no PTX, which a driver could compile for other cards.
   */
  private static final List<Capability> COMPILED =
      List.of(
          new Capability(3, 7),
          new Capability(5, 0),
          new Capability(5, 2),
          new Capability(6, 0),
          new Capability(6, 1),
          new Capability(7, 0),
          new Capability(7, 5),
          new Capability(8, 0),
          new Capability(8, 6));

  private record Capability(int major, int minor) {}

  /** Whether CUDA's build runs on it: code of a major version runs on its later minor ones too. */
  boolean isSupported() {
    return COMPILED.stream().anyMatch(code -> code.major() == major && code.minor() <= minor);
  }

  /** For example {@code NVIDIA L4, compute capability 8.9, 22.5 GiB}. */
  String inWords() {
    String memory =
        mebibytes == null
            ? "memory unknown"
            : String.format(Locale.ROOT, "%.1f GiB", mebibytes / 1024.0);
    return "%s, compute capability %d.%d, %s".formatted(name, major, minor, memory);
  }
}
