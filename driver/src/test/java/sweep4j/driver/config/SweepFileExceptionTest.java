package sweep4j.driver.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepFileExceptionTest {

  /** A file of a megabyte can have a hundred thousand problems, each with all known keys in it. */
  @Test
  void aMessageHasAnEnd() {
    var origin = Origin.file("sweep.yaml");
    var problems =
        IntStream.rangeClosed(1, 1003)
            .mapToObj(line -> new Problem(origin.at(line, 1), "x"))
            .toList();

    var exception = new SweepFileException(problems);

    assertThat(String.valueOf(exception.getMessage()).lines())
        .hasSize(1001)
        .startsWith("sweep.yaml:1: x")
        .endsWith("sweep.yaml:1000: x", "and 3 more problems");
    assertThat(exception.problems()).hasSize(1003);
  }
}
