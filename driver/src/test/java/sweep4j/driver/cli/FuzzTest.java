package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twenty seconds of what {@code deploy/fuzz} does for hours. What it prevents: input that nobody
 * thought of, and that ends in a stack trace.
 */
class FuzzTest {

  private static final long SEED = 20_261_123;

  @Test
  void spoiledInputIsTakenOrRefused(@TempDir Path work) throws IOException {
    var fuzz = new Fuzz(work, Path.of("target", "fuzz"), SEED, System.out);

    fuzz.run(0, Long.MAX_VALUE, Duration.ofSeconds(20));

    fuzz.report();
    assertThat(fuzz.found()).isZero();
  }
}
