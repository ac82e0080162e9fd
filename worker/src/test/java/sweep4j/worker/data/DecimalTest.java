package sweep4j.worker.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another float than Java's for the same digits would make a model depend on its reader. */
class DecimalTest {

  private static void assertSame(String text) {
    byte[] bytes = ("," + text + ",").getBytes(StandardCharsets.US_ASCII);
    float value = Decimal.parse(bytes, 1, bytes.length - 1);
    // Bits: -0 and 0 differ, NaN is equal to itself.
    assertThat(Float.floatToIntBits(value))
        .as(text)
        .isEqualTo(Float.floatToIntBits(Numbers.parse(text)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyWayToWriteARandomNumber(int seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 100_000; i++) {
      float any = Float.intBitsToFloat(random.nextInt());
      assertSame(Float.toString(any));
      assertSame(Double.toString(random.nextDouble() * 2000 - 1000));
      assertSame(Double.toString(any * (1 + 1e-9 * random.nextDouble())));
      assertSame(random.nextLong() + "." + random.nextLong(Long.MAX_VALUE));
      assertSame(random.nextLong() + "e" + (random.nextInt(80) - 60));
    }
  }

  /** Ties between two floats, and the numbers just beside them, in all their digits. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theMiddleBetweenTwoFloats(int seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      float low = Float.intBitsToFloat(random.nextInt(0x70000000) + 0x0800000);
      if (Math.abs(Math.getExponent(low)) > 60) {
        continue;
      }
      double middle = ((double) low + Math.nextUp(low)) / 2;
      assertSame(new BigDecimal(middle).toPlainString());
      assertSame(new BigDecimal(Math.nextUp(middle)).toPlainString());
      assertSame(new BigDecimal(Math.nextDown(middle)).toPlainString());
      assertSame(new BigDecimal(middle).toString() + "1");
      assertSame(Double.toString(middle));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "-0",
        "+0.0",
        "-0e9",
        "1.",
        ".5",
        ".",
        "-",
        "+",
        "e5",
        "1e",
        "1e+",
        "1e-",
        "1e5",
        "1E5",
        "1.e5",
        ".5e-3",
        "--1",
        "1-",
        "1f",
        "1d",
        "0x1",
        "NaN",
        "Infinity",
        "1_0",
        "1,0",
        "1 0",
        "1e38",
        "1.0001e38",
        "-1e39",
        "9.99999999999999999e37",
        "1e-45",
        "1e-46",
        "7e-46",
        "1.1754943e-38",
        "1.17549435e-38",
        "000000000000000000000000000001",
        "0.000000000000000000000000000001",
        "16777217",
        "16777219",
        "33554435",
        "1e999999999999",
        "1e-999999999999",
        "0e999999999999",
        "123456789012345678901234567890",
        "0.1e1e1",
        "1..2",
        "1.2.3",
        "٣"
      })
  void oddWays(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(Float.floatToIntBits(Decimal.parse(bytes, 0, bytes.length)))
        .isEqualTo(Float.floatToIntBits(Numbers.parse(text)));
  }
}
