package sweep4j.driver.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.driver.Trials;

/** Networks of trials that fell out would be taken for members, and fill the disk. */
class TopModelsTest {

  @Test
  void onlyThoseThatAreWantedStay(@TempDir Path path) throws IOException {
    var models = new TopModels(new RunFolder(path));
    models.keepOnly(List.of());
    assertThat(path).isEmptyDirectory();
    for (int trial = 0; trial < 4; trial++) {
      models.write(Trials.completed(trial, 0.5), new byte[] {(byte) trial});
    }
    // As a kill in the midst of a write leaves it.
    Files.writeString(path.resolve("models/.trial-9.zip.new"), "half");

    models.keepOnly(List.of(Trials.completed(1, 0.5), Trials.completed(3, 0.5)));

    try (var left = Files.list(path.resolve("models"))) {
      assertThat(left)
          .containsExactlyInAnyOrder(
              path.resolve("models/trial-1.zip"), path.resolve("models/trial-3.zip"));
    }
    assertThat(models.holds(0)).isFalse();
    assertThat(models.read(3)).containsExactly(3);
  }

  @Test
  void nothingIsLeftWhereNoneIsWanted(@TempDir Path path) throws IOException {
    var models = new TopModels(new RunFolder(path));
    models.write(Trials.completed(0, 0.5), new byte[] {1});

    models.delete();
    models.delete();

    assertThat(path).isEmptyDirectory();
  }
}
