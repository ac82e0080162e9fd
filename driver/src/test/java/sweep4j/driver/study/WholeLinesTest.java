package sweep4j.driver.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that is cut or joined where a buffer ends would be a damaged journal that is sound. */
class WholeLinesTest {

  private static List<String> lines() {
    var lines = new ArrayList<String>();
    for (int length : new int[] {3, 0, 65_535, 65_536, 1, 40_000, 40_000, 300_000, 7, 0, 65_537}) {
      lines.add(Character.toString('a' + lines.size()).repeat(length));
    }
    return lines;
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 4096, 65_536, Integer.MAX_VALUE})
  void linesComeAsTheyWereInPiecesOfAnySize(int atOnce) throws IOException {
    String text = String.join("\n", lines()) + "\n";
    byte[] bytes = (text + "torn").getBytes(StandardCharsets.UTF_8);
    var read = new ArrayList<String>();
    try (var lines = new WholeLines(inPieces(bytes, atOnce))) {
      long end = 0;
      for (var some = lines.next(3); !some.isEmpty(); some = lines.next(3)) {
        for (WholeLines.Line line : some) {
          read.add(new String(line.bytes(), StandardCharsets.UTF_8));
          assertThat(line.number()).isEqualTo(read.size());
          end = line.end();
        }
      }
      assertThat(end).isEqualTo(text.length());
      assertThat(lines.rest()).isEqualTo("torn".length());
    }
    assertThat(read.equals(lines())).isTrue();
  }

  /** As a file system may give them: fewer bytes than asked for. */
  private static InputStream inPieces(byte[] bytes, int atOnce) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] into, int offset, int length) {
        return super.read(into, offset, Math.min(length, atOnce));
      }
    };
  }
}
