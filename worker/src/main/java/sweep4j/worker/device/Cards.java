package sweep4j.worker.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The GPUs of this machine, as nvidia-smi lists them: without CUDA, which on a card that it has no
 * code for ends in the midst of things.
 *
 * @param all in the order of their addresses
 * @param problem why there is none, in words that follow "as"; null if there are some
 */
record Cards(List<Card> all, @Nullable String problem) {

  private static final String PROGRAM = "nvidia-smi";
  private static final List<String> COMMAND =
      List.of(PROGRAM, "--query-gpu=index,name,compute_cap,memory.total", "--format=csv,noheader");

  /** It wakes up sleeping cards, which takes some seconds each. */
  private static final int TIMEOUT_SECONDS = 120;

  private static final Path DRIVER = Path.of("/proc/driver/nvidia");
  private static final Pattern LINE =
      Pattern.compile("([0-9]+), *(.+), *([0-9]+)\\.([0-9]+), *(?:([0-9]+) MiB|\\[.*])");
  private static final Pattern NUMBERS = Pattern.compile("[0-9]+(?:,[0-9]+)*");
  private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

  Cards {
    all = List.copyOf(all);
  }

  /** Those that a process with {@code environment} can reach. */
  static Cards ofThisMachine(Map<String, String> environment) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(COMMAND).redirectErrorStream(true).start();
      // It prints far less than a pipe holds.
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return none("nvidia-smi does not end");
      }
      String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      return process.exitValue() == 0
          ? parse(said).visible(environment.get(VISIBLE))
          : none("nvidia-smi ends with status %d: %s".formatted(process.exitValue(), first(said)));
    } catch (IOException e) {
      return none(
          "there is no nvidia-smi on the PATH, and %s"
              .formatted(
                  Files.exists(DRIVER)
                      ? "of NVIDIA's driver no more than " + DRIVER
                      : "no driver of NVIDIA's in the system (" + DRIVER + ")"));
    }
  }

  private static Cards none(String problem) {
    return new Cards(List.of(), problem);
  }

  /** What nvidia-smi has printed. */
  static Cards parse(String text) {
    var cards = new ArrayList<Card>();
    for (String line : text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        return none("nvidia-smi says: " + line);
      }
      String memory = parts.group(5);
      cards.add(
          new Card(
              parts.group(1),
              parts.group(2),
              Integer.parseInt(parts.group(3)),
              Integer.parseInt(parts.group(4)),
              memory == null ? null : Integer.valueOf(memory)));
    }
    return cards.isEmpty() ? none("nvidia-smi lists no GPU") : new Cards(cards, null);
  }

  /** What CUDA lets a process see, which nvidia-smi does not heed; it counts them anew. */
  Cards visible(@Nullable String devices) {
    if (devices == null || problem != null) {
      return this;
    }
    if (!NUMBERS.matcher(devices).matches()) {
      return none(
          "%s must be numbers with commas between, but is '%s'".formatted(VISIBLE, devices));
    }
    var seen = new ArrayList<Card>();
    for (String device : devices.split(",", -1)) {
      Card card = at(device);
      if (card == null) {
        return none(
            "%s is '%s', and nvidia-smi lists no GPU %s".formatted(VISIBLE, devices, device));
      }
      String address = String.valueOf(seen.size());
      seen.add(new Card(address, card.name(), card.major(), card.minor(), card.mebibytes()));
    }
    return new Cards(seen, null);
  }

  /** The card at an address; null if there is none. */
  @Nullable Card at(String address) {
    return all.stream().filter(card -> card.address().equals(address)).findFirst().orElse(null);
  }

  List<String> addresses() {
    return all.stream().map(Card::address).toList();
  }

  private static String first(String text) {
    return text.lines().findFirst().orElse("(nothing)");
  }
}
