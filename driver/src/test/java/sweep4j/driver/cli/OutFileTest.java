package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutFileTest {

  @TempDir private Path folder = Path.of("");

  private static void write(Path out, String text) throws Exception {
    OutFile.at(out, true).write(text);
  }

  /** Prevents that a link into another folder becomes a file here, and the one there stays old. */
  @Test
  void whatALinkLeadsToIsReplacedAndNotTheLink() throws Exception {
    Path file = Files.writeString(Files.createDirectory(folder.resolve("there")).resolve("a"), "1");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);

    write(link, "2");

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(file).hasContent("2");
  }

  /** Prevents that a file takes the place of {@code /dev/stdout}, as it would for a superuser. */
  @Test
  void aPipeStaysAPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor())
        .isZero();

    assertThatThrownBy(() -> write(pipe, "1"))
        .isInstanceOf(BadInput.class)
        .hasMessage("--out must be a file, but %s is a device or a pipe".formatted(pipe));
    assertThat(Files.isRegularFile(pipe)).isFalse();
  }

  /** Prevents half a file, and that one which was there is lost. */
  @Test
  void whatFailsLeavesWhatWasThere() throws Exception {
    Path file = Files.writeString(folder.resolve("a"), "1");

    assertThatThrownBy(
            () ->
                OutFile.at(file, true)
                    .write(
                        to -> {
                          to.write('2');
                          throw new IOException("half");
                        }))
        .hasMessage(file + " cannot be written: half");

    assertThat(file).hasContent("1");
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }

  /** Prevents that a first file which the disk has no room for is in the way of the second try. */
  @Test
  void aFullDiskIsNamedAndNothingIsLeft() throws Exception {
    Files.createSymbolicLink(folder.resolve(".a.new"), Path.of("/dev/full"));

    assertThatThrownBy(() -> OutFile.at(folder.resolve("a"), false).write("1"))
        .hasMessage(folder.resolve("a") + " cannot be written: No space left on device");
    assertThat(folder).isEmptyDirectory();
  }

  /** Prevents that of two who write at once, one loses what the other was promised to keep. */
  @Test
  void whatCameMeanwhileIsKeptUnlessItMayBeReplaced() throws Exception {
    OutFile file = OutFile.at(folder.resolve("a"), false);
    Files.writeString(folder.resolve("a"), "1");

    assertThatThrownBy(() -> file.write("2")).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(folder.resolve("a")).hasContent("1");
  }
}
