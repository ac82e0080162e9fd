package sweep4j.driver.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prevents an editor that underlines what is right, or offers what is no more. */
class SweepSchemaTest {

  @Test
  void theFileBesideTheSweepsIsWhatTheCodeSays() throws IOException {
    Generated.isCurrent(Editor.COMMITTED, SweepSchema.text(), SweepSchema.MADE_BY);
  }

  static List<Path> sweeps() throws IOException {
    return ShippedSweepsTest.files();
  }

  @ParameterizedTest
  @MethodSource("sweeps")
  void eachSweepNamesTheSchemaAndFollowsIt(Path file) throws IOException {
    assertThat(Files.readString(file)).startsWith(SweepSchema.FIRST_LINE + "\n");
    assertThat(Editor.says(file, List.of())).isEmpty();
  }
}
