package sweep4j.driver.study;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * The checksum that ends each line of a journal: the last field of its JSON object, CRC-32C (RFC
 * 3720, appendix B.4) of the bytes before it, in hexadecimal. A damaged line would otherwise be one
 * more score, as long as it is still JSON.
 */
public final class Seal {

  private static final String KEY = ",\"crc32c\":\"";
  private static final byte[] KEY_BYTES = KEY.getBytes(StandardCharsets.US_ASCII);
  private static final int DIGITS = 8;

  /** Bytes of the field and of the end of its object. */
  private static final int LENGTH = KEY.length() + DIGITS + 2;

  private Seal() {}

  /** {@code json}, an object of at least one field, as a line with its checksum and its end. */
  public static byte[] line(String json) {
    byte[] sealed = json.substring(0, json.length() - 1).getBytes(StandardCharsets.UTF_8);
    String end = KEY + digits(sealed, sealed.length) + "\"}\n";
    byte[] line = new byte[sealed.length + end.length()];
    System.arraycopy(sealed, 0, line, 0, sealed.length);
    System.arraycopy(end.getBytes(StandardCharsets.US_ASCII), 0, line, sealed.length, end.length());
    return line;
  }

  /**
   * Compares a line, given without its end, to its checksum.
   *
   * @throws IllegalArgumentException if it has none, or is not what was written
   */
  static void check(byte[] line) {
    int sealed = line.length - LENGTH;
    if (sealed < 0 || !endsInSeal(line, sealed)) {
      throw new IllegalArgumentException("it does not end in a checksum");
    }
    String said = new String(line, sealed + KEY_BYTES.length, DIGITS, StandardCharsets.ISO_8859_1);
    if (!said.equals(digits(line, sealed))) {
      throw new IllegalArgumentException("its checksum differs");
    }
  }

  private static boolean endsInSeal(byte[] line, int start) {
    for (int i = 0; i < KEY_BYTES.length; i++) {
      if (line[start + i] != KEY_BYTES[i]) {
        return false;
      }
    }
    return line[line.length - 2] == '"' && line[line.length - 1] == '}';
  }

  private static String digits(byte[] bytes, int length) {
    var sum = new CRC32C();
    sum.update(bytes, 0, length);
    return HexFormat.of().toHexDigits((int) sum.getValue());
  }
}
