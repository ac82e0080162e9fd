package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each case of {@code bad-input/} through the program itself: status 2, exactly these words, and
 * nothing begun. What it prevents: a mistake that passes silently and costs a night of training, a
 * message that sends people to the wrong line, a stack trace that is taken for a bug of ours, and a
 * file that stops the machine.
 */
class BadInputCorpusTest {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** Of memory in all, most of which is free again at once. */
  private static final long MOST_BYTES = 1L << 31;

  static List<BadCase> cases() throws IOException {
    return BadCases.all();
  }

  @Test
  void thereAreManyCases() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(300);
  }

  /** A base that is bad itself would pass for every case that spoils it. */
  @ParameterizedTest
  @ValueSource(strings = {"csv", "libsvm", "idx", "parquet", "images", "dl4j", "class", "learning"})
  void theBaseIsSound(String base, @TempDir Path folder) throws IOException {
    SoundInput.make(base, folder);

    Terminal terminal = Terminal.run("validate", folder.resolve(BadCase.SWEEP).toString());

    assertThat(terminal.err()).isEmpty();
    assertThat(terminal.status()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  @Timeout(120)
  void saysWhatIsWrong(BadCase bad, @TempDir Path folder) throws IOException {
    bad.make(folder);
    Map<String, String> before = content(folder);
    for (String[] command : bad.commands(folder)) {
      Effort.Meter meter = Effort.meter();

      Terminal terminal = Terminal.run(command);

      assertThat(message(terminal)).containsExactlyElementsOf(bad.message(folder));
      assertThat(terminal.status()).isEqualTo(ExitStatus.BAD_INPUT);
      assertThat(terminal.out()).isEmpty();
      assertThat(content(folder)).isEqualTo(before);
      assertThat(Path.of("runs")).doesNotExist();
      assertThat(meter.read().processor()).isLessThan(LONGEST);
      assertThat(meter.read().bytes()).isLessThan(MOST_BYTES);
    }
  }

  /** The lines of the message, without the help that follows a wrong command line. */
  private static List<String> message(Terminal terminal) {
    return terminal.err().split("(?m)^Usage: ", 2)[0].lines().toList();
  }

  /** What lies in a folder, and when each of it was last changed. */
  private static Map<String, String> content(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      var content = new TreeMap<String, String>();
      for (Path each : all.toList()) {
        content.put(
            each.toString(),
            Files.isDirectory(each)
                ? "folder"
                : Files.size(each) + " bytes of " + Files.getLastModifiedTime(each));
      }
      return content;
    }
  }
}
