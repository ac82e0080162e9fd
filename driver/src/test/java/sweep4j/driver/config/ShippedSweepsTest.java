package sweep4j.driver.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The files in {@code sweeps/} are the first that people run, and the ones they copy. */
class ShippedSweepsTest {
  private static final Path SWEEPS = Path.of("..", "sweeps");

  static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(SWEEPS)) {
      return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @Test
  void thereAreSome() throws IOException {
    assertThat(files()).hasSizeGreaterThanOrEqualTo(6);
  }

  @ParameterizedTest
  @MethodSource("files")
  void areSoundAndNamedAsTheirFile(Path file) throws SweepFileException {
    SweepDefinition sweep = SweepFileReader.read(file, List.of());
    assertThat(sweep.name() + ".yaml").isEqualTo(file.getFileName().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "digits-grid, 27",
    "digits-random, 24",
    "digits-gpu, 24",
    "digits-coarse-to-fine, 48",
    "digits-hyperband, 143",
    "digits-resnet, 12",
    "digits-dl4j, 12",
    "mnist-cnn, 8",
    "breast-cancer-random, 24",
    "concrete-coarse-to-fine, 36",
    "mnist-coarse-to-fine, 16"
  })
  void haveAsManyTrialsAsTheySay(String name, int trials) throws Exception {
    Path file = SWEEPS.resolve(name + ".yaml");
    assertThat(SweepFileReader.read(file, List.of()).search().maxTrials()).isEqualTo(trials);
    assertThat(Files.readString(file)).contains(" " + trials + " ");
  }
}
