package sweep4j.worker.device;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a machine has for trials that want GPUs, found before anything of CUDA's is loaded.
 *
 * @param addresses of the GPUs that were found
 * @param lines that name them
 * @param mebibytes of memory of the smallest; null where unknown
 * @param problem why trials cannot train on them; null where they can, and where this build does
 *     not compute on GPUs anyway
 */
public record GpuCheck(
    List<String> addresses,
    List<String> lines,
    @Nullable Integer mebibytes,
    @Nullable String problem)
    implements Serializable {

  private static final String NEEDED =
      "Needed: GPUs of compute capability 3.7 or 5.0 to 8.x, NVIDIA's driver 450.80 or newer, and"
          + " the libraries of CUDA 11.6. Or leave resources.gpu out, to train on"
          + " processors.";

  public GpuCheck {
    addresses = List.copyOf(addresses);
    lines = List.copyOf(lines);
  }

  /** Of a machine that nobody has looked at. */
  public static GpuCheck none() {
    return new GpuCheck(List.of(), List.of(), null, null);
  }

  /**
   * Looks at this machine.
   *
   * @param wanted addresses of the GPUs that this process is to use; empty for all there are
   */
  public static GpuCheck here(List<String> wanted) throws InterruptedException {
    return of(Cards.ofThisMachine(System.getenv()), wanted, Backend.hasCuda());
  }

  /**
   * The judgement on what was found.
   *
   * @param cuda whether this build computes on GPUs
   */
  static GpuCheck of(Cards cards, List<String> wanted, boolean cuda) {
    if (cards.problem() != null) {
      return new GpuCheck(
          List.of(),
          List.of(),
          null,
          cuda ? "no GPU was found, as " + because(cards.problem()) : null);
    }
    var lines = new ArrayList<String>();
    List<String> problems = new ArrayList<>();
    Integer least = null;
    List<String> addresses = wanted.isEmpty() ? cards.addresses() : wanted;
    for (String address : addresses) {
      Card card = cards.at(address);
      if (card == null) {
        problems.add("there is no GPU at address " + address);
        continue;
      }
      String said = "GPU %s: %s".formatted(address, card.inWords());
      lines.add(card.isSupported() ? said : said + "; the cuda build has no machine code for it");
      if (!card.isSupported()) {
        problems.add(
            "GPU %s is %s, for which this build has no machine code, nor PTX that the driver could make some of"
                .formatted(address, card.inWords()));
      }
      Integer memory = card.mebibytes();
      if (memory != null && (least == null || memory < least)) {
        least = memory;
      }
    }
    return new GpuCheck(
        addresses,
        lines,
        least,
        cuda && !problems.isEmpty() ? because(String.join("; ", problems)) : null);
  }

  /** The same machine, where trials cannot train for another reason. */
  public GpuCheck refused(NoGpuException reason) {
    return new GpuCheck(addresses, lines, mebibytes, because(reason.getMessage()));
  }

  private static String because(@Nullable String problem) {
    return Objects.requireNonNull(problem) + ". " + NEEDED;
  }
}
