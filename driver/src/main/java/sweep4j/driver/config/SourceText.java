package sweep4j.driver.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The characters of a sweep file, or one clear problem why there are none. */
final class SourceText {
  /** Far above any sweep that a person writes, far below what could exhaust the driver. */
  static final int MAX_BYTES = 1 << 20;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** The parser refuses them too, but does not say where. */
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\\ufffe\\uffff&&[^\t\n\r\\u0085]]");

  private SourceText() {}

  static @Nullable String read(Path file, Origin origin, Problems problems) {
    if (Files.isDirectory(file)) {
      problems.add(origin.whole(), "this is a folder, not a sweep file");
      return null;
    }
    byte[] bytes;
    try (var in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (NoSuchFileException missing) {
      problems.add(origin.whole(), "there is no such file");
      return null;
    } catch (AccessDeniedException denied) {
      problems.add(origin.whole(), "there is no permission to read this file");
      return null;
    } catch (IOException failure) {
      problems.add(origin.whole(), "cannot be read: " + failure);
      return null;
    }
    return of(bytes, origin, problems);
  }

  /** The characters of a sweep file of these bytes, or null after a problem. */
  static @Nullable String of(byte[] bytes, Origin origin, Problems problems) {
    if (bytes.length > MAX_BYTES) {
      problems.add(origin.whole(), "a sweep file must have at most " + MAX_BYTES + " bytes");
      return null;
    }
    return decode(bytes, origin, problems);
  }

  private static @Nullable String decode(byte[] bytes, Origin origin, Problems problems) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes);
    // UTF-8 never decodes to more characters than it has bytes.
    var out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      problems.add(
          origin.at(lineAfter(text), 1),
          "a sweep file must be UTF-8, but got byte 0x%02x".formatted(bytes[in.position()]));
      return null;
    }
    Matcher control = CONTROL.matcher(text);
    if (control.find()) {
      problems.add(
          origin.at(lineAfter(text.substring(0, control.start())), 1),
          "a sweep file must have no control characters, but got U+%04X"
              .formatted((int) text.charAt(control.start())));
      return null;
    }
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static int lineAfter(String text) {
    return 1 + (int) text.chars().filter(each -> each == '\n').count();
  }
}
