package sweep4j.driver.config;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that lie in the repository but are made by the code. */
public final class Generated {

  private Generated() {}

  /** Fails with one sentence, and not with the thousands of lines that differ. */
  public static void isCurrent(Path file, String text, String command) throws IOException {
    if (!Files.readString(file).equals(text)) {
      fail(
          "%s is not what the code says any more: run %s (after the build), look at what changed, and commit it",
          file.normalize().toString().replace("../", ""), command);
    }
  }
}
