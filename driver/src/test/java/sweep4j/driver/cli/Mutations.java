package sweep4j.driver.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** Spoils sound input at random: by bytes, or by lines and words where it is text. */
final class Mutations {

  /** Where programs go wrong: ends of ranges, of signs and of widths. */
  private static final int[] NUMBERS = {
    0,
    1,
    -1,
    2,
    127,
    128,
    255,
    256,
    0x7fff,
    0x8000,
    0xffff,
    0x10000,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE
  };

  private static final int MOST_CHANGES = 6;

  private static final Pattern WORD = Pattern.compile("[\\w.+-]+|[^\\w\\s]|\\s+");

  private final SplittableRandom random;
  private final List<String> words;

  /**
   * Changes drawn from {@code random}.
   *
   * @param words that a text may get
   */
  Mutations(SplittableRandom random, List<String> words) {
    this.random = random;
    this.words = words;
  }

  /** Some changes of bytes. */
  byte[] bytes(byte[] sound) {
    byte[] content = sound;
    for (int i = 1 + random.nextInt(MOST_CHANGES); i > 0; i--) {
      content = changed(content);
    }
    return content;
  }

  /** Some changes of lines and words, and now and then of bytes. */
  byte[] text(byte[] sound) {
    if (random.nextInt(8) == 0) {
      return bytes(sound);
    }
    String text = new String(sound, StandardCharsets.UTF_8);
    for (int i = 1 + random.nextInt(MOST_CHANGES); i > 0; i--) {
      text = random.nextInt(3) == 0 ? changedLine(text) : changedWord(text);
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] changed(byte[] content) {
    if (content.length == 0) {
      return new byte[] {(byte) random.nextInt(256)};
    }
    byte[] copy = content.clone();
    int at = random.nextInt(copy.length);
    int end = Math.min(copy.length, at + 1 + random.nextInt(16));
    switch (random.nextInt(8)) {
      case 0 -> copy[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> copy[at] = (byte) random.nextInt(256);
      case 2 -> number(copy, at);
      case 3 -> copy = joined(content, 0, at, content, end, content.length);
      case 4 -> copy = joined(content, 0, end, content, at, content.length);
      case 5 -> copy = Arrays.copyOf(content, at);
      case 6 -> Arrays.fill(copy, at, end, (byte) random.nextInt(256));
      default -> {
        int from = random.nextInt(copy.length);
        System.arraycopy(content, from, copy, at, Math.min(end - at, copy.length - from));
      }
    }
    return copy;
  }

  /** Writes a number over what is there, in either order of bytes. */
  private void number(byte[] content, int at) {
    int number = NUMBERS[random.nextInt(NUMBERS.length)];
    int ordered = random.nextBoolean() ? number : Integer.reverseBytes(number);
    for (int i = 0; i < Integer.BYTES && at + i < content.length; i++) {
      content[at + i] = (byte) (ordered >>> (24 - 8 * i));
    }
  }

  private static byte[] joined(byte[] a, int from, int to, byte[] b, int start, int end) {
    var both = new ByteArrayOutputStream();
    both.write(a, from, to - from);
    both.write(b, start, end - start);
    return both.toByteArray();
  }

  private String changedLine(String text) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int at = random.nextInt(lines.size());
    switch (random.nextInt(5)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
      case 2 -> lines.set(at, "  " + lines.get(at));
      case 3 -> lines.set(at, lines.get(at).strip());
      default -> lines.set(at, lines.get(at) + lines.get(random.nextInt(lines.size())));
    }
    return String.join("\n", lines);
  }

  private String changedWord(String text) {
    List<String> pieces =
        new ArrayList<>(WORD.matcher(text).results().map(r -> r.group()).toList());
    if (pieces.isEmpty()) {
      return word();
    }
    int at = random.nextInt(pieces.size());
    switch (random.nextInt(5)) {
      case 0 -> pieces.remove(at);
      case 1 -> pieces.add(at, word());
      case 2 -> pieces.add(at, pieces.get(random.nextInt(pieces.size())));
      default -> pieces.set(at, word());
    }
    return String.join("", pieces);
  }

  private String word() {
    return words.get(random.nextInt(words.size()));
  }
}
