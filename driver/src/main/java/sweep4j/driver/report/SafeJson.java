package sweep4j.driver.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.Serial;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * JSON that may stand inside a page: what HTML would take for the end of a script, or for markup,
 * is escaped, and so is all that is not ASCII, such as the line separators that old JavaScript does
 * not allow in texts.
 */
final class SafeJson {

  private static final class Escapes extends CharacterEscapes {
    @Serial private static final long serialVersionUID = 1L;

    private final int[] ascii = CharacterEscapes.standardAsciiEscapesForJSON();

    Escapes() {
      for (char each : new char[] {'<', '>', '&'}) {
        ascii[each] = CharacterEscapes.ESCAPE_STANDARD;
      }
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ascii.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return null;
    }
  }

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .characterEscapes(new Escapes())
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private SafeJson() {}

  static JsonGenerator generator(Writer to) throws IOException {
    return FACTORY.createGenerator(to);
  }

  /** A number or a text. JSON has no infinities: such a number is written as null. */
  static void writeCell(JsonGenerator json, @Nullable Object cell) throws IOException {
    if (cell == null) {
      json.writeNull();
    } else if (cell instanceof Integer whole) {
      json.writeNumber(whole);
    } else if (cell instanceof Double real) {
      writeNumber(json, real);
    } else {
      json.writeString(cell.toString());
    }
  }

  static void writeNumber(JsonGenerator json, double number) throws IOException {
    if (Double.isFinite(number)) {
      json.writeNumber(number);
    } else {
      json.writeNull();
    }
  }
}
