package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import sweep4j.driver.study.RunFile;

/** What the reference must know of a run. */
final class InTheReference {

  private InTheReference() {}

  /** Each file of the run's folder. */
  static void isEachFileOf(Path run) throws IOException {
    try (Stream<Path> all = Files.walk(run)) {
      assertThat(
              all.filter(Files::isRegularFile)
                  .map(each -> run.relativize(each).toString())
                  .filter(each -> RunFile.at(each).isEmpty()))
          .as("files that RunFile does not know: say there what they are")
          .isEmpty();
    }
  }
}
