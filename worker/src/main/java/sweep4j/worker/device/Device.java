package sweep4j.worker.device;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a thread computes on besides a core.
 *
 * @param gpu address of a GPU, as whoever hands it out counts them; null for no GPU
 */
public record Device(@Nullable String gpu) implements Serializable {

  private static final Device NONE = new Device(null);

  public Device {
    if (gpu != null && gpu.isBlank()) {
      throw new IllegalArgumentException("the address of a GPU must not be blank");
    }
  }

  /** A core alone. */
  public static Device none() {
    return NONE;
  }

  /** The GPU at an address. */
  public static Device gpu(String address) {
    return new Device(address);
  }

  /**
   * As the leaderboard says it: {@code cpu}, {@code gpu:1}, or {@code cpu (gpu:1)} where a build
   * that computes on processors was handed a GPU, which it leaves idle.
   *
   * @param cuda whether this process computes on GPUs
   */
  String inWords(boolean cuda) {
    if (gpu == null) {
      return cuda ? "gpu" : "cpu";
    }
    return cuda ? "gpu:" + gpu : "cpu (gpu:%s)".formatted(gpu);
  }
}
