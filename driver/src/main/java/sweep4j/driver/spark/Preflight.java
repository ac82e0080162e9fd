package sweep4j.driver.spark;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sweep4j.worker.device.GpuCheck;

/**
 * What executors have for trials, found before the first of them.
 *
 * @param nativeBuild what one of them computes with; see {@link
 *     sweep4j.worker.device.NativeRuntime#provenance}. Empty if its GPUs will not do
 * @param gpuLines name the GPUs that were found, and where
 * @param gpuMebibytes memory of the smallest; null where none is known
 * @param problem why trials cannot train there; null where they can
 */
public record Preflight(
    String nativeBuild,
    List<String> gpuLines,
    @Nullable Integer gpuMebibytes,
    @Nullable String problem)
    implements Serializable {

  public Preflight {
    gpuLines = List.copyOf(gpuLines);
  }

  /** What one executor has. */
  static Preflight of(String nativeBuild, String host, GpuCheck gpus) {
    return new Preflight(
        nativeBuild,
        gpus.lines().stream().map(line -> "%s: %s".formatted(host, line)).toList(),
        gpus.mebibytes(),
        gpus.problem() == null ? null : "on %s, %s".formatted(host, gpus.problem()));
  }

  /** What all of them have: they can train if each of them can. */
  static Preflight all(List<Preflight> each) {
    return new Preflight(
        each.get(0).nativeBuild(),
        each.stream().flatMap(one -> one.gpuLines().stream()).distinct().sorted().toList(),
        each.stream()
            .map(Preflight::gpuMebibytes)
            .filter(Objects::nonNull)
            .min(Integer::compare)
            .orElse(null),
        each.stream().map(Preflight::problem).filter(Objects::nonNull).findFirst().orElse(null));
  }
}
