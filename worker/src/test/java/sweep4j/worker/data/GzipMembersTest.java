package sweep4j.worker.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

/** Prevents that the rest of a packed file is lost in silence. */
class GzipMembersTest {

  private static byte[] packed(String text) {
    return InMemory.gzip(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] joined(byte[]... parts) {
    byte[] all = new byte[0];
    for (byte[] part : parts) {
      int length = all.length;
      all = Arrays.copyOf(all, length + part.length);
      System.arraycopy(part, 0, all, length, part.length);
    }
    return all;
  }

  private static String unpacked(InputStream in) throws IOException {
    try (var members = new GzipMembers(in)) {
      return new String(members.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * Some file systems hand out a byte at a time, and say that nothing more can be had at once:
   * Java's own stream takes that for the end of the last member.
   */
  private static InputStream slow(byte[] content) {
    return new ByteArrayInputStream(content) {
      @Override
      public synchronized int read(byte[] into, int offset, int length) {
        return super.read(into, offset, Math.min(1, length));
      }

      @Override
      public synchronized int available() {
        return 0;
      }
    };
  }

  @Test
  void readsAllMembers() throws IOException {
    byte[] two = joined(packed("first\n"), packed(""), packed("second\n"));
    assertThat(unpacked(new ByteArrayInputStream(two))).isEqualTo("first\nsecond\n");
    assertThat(unpacked(slow(two))).isEqualTo("first\nsecond\n");
  }

  /** Tapes and archives fill their last block up. */
  @Test
  void takesZerosForTheEnd() throws IOException {
    byte[] filled = joined(packed("all\n"), new byte[100]);
    assertThat(unpacked(new ByteArrayInputStream(filled))).isEqualTo("all\n");
  }

  @Test
  void readsEveryKindOfHeader() throws IOException {
    byte[] plain = packed("text");
    byte[] flags = {0x1f, (byte) 0x8b, 8, 0b11110, 0, 0, 0, 0, 0, 0};
    byte[] extra = {2, 0, 'x', 'y'};
    byte[] names = {'a', 0, 'b', 0, 1, 2};
    byte[] rest = Arrays.copyOfRange(plain, 10, plain.length);
    assertThat(unpacked(new ByteArrayInputStream(joined(flags, extra, names, rest))))
        .isEqualTo("text");
  }

  @Test
  void refusesWhatFollows() {
    byte[] junk = joined(packed("all\n"), "junk".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> unpacked(new ByteArrayInputStream(junk)))
        .isInstanceOf(ZipException.class)
        .hasMessage("something else follows them");
  }

  @Test
  void refusesAnEndAtAnyByte() {
    byte[] whole = packed("all of it, and all of it, and all of it");
    for (int length = 2; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> unpacked(slow(cut)))
          .as("%d bytes", length)
          .isInstanceOf(EOFException.class);
    }
  }
}
