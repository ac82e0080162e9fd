package sweep4j.worker.data;

import java.nio.charset.StandardCharsets;

/**
 * Reads decimal numbers from bytes without making a text of each. The answer is that of {@link
 * Numbers#parse}: the nearest float, exactly.
 *
 * <p>Up to 18 digits are taken as one integer w, and w * 10^e is computed in double precision, as
 * in W. Clinger, "How to Read Floating Point Numbers Accurately" (PLDI 1990). Each of its at most
 * three roundings (digits left out, w to double, the power) is off by less than one unit in the
 * last place of a double. Where the result is further than {@link #UNSURE} of them from the middle
 * between two floats, it is on the same side of it as the number itself, and so gives the same
 * float. Elsewhere, once in millions of numbers, and beyond these powers Java's own parser decides.
 */
final class Decimal {
  private static final long MOST = 100_000_000_000_000_000L;
  private static final int MOST_EXPONENT = 99_999;

  /** Bits of a double that a float has no room for, and the middle of their range. */
  private static final long LOW_BITS = (1L << 29) - 1;

  private static final long MIDDLE = 1L << 28;
  private static final long UNSURE = 8;

  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private Decimal() {}

  /** The number in the bytes from {@code start} to before {@code end}, or NaN if it is none. */
  static float parse(byte[] bytes, int start, int end) {
    int at = start;
    boolean negative = at < end && bytes[at] == '-';
    if (negative || (at < end && bytes[at] == '+')) {
      at++;
    }
    long digits = 0;
    int exponent = 0;
    int integerStart = at;
    for (; at < end && isDigit(bytes[at]); at++) {
      if (digits < MOST) {
        digits = 10 * digits + (bytes[at] - '0');
      } else {
        exponent++;
      }
    }
    int digitCount = at - integerStart;
    if (at < end && bytes[at] == '.') {
      int fractionStart = ++at;
      for (; at < end && isDigit(bytes[at]); at++) {
        if (digits < MOST) {
          digits = 10 * digits + (bytes[at] - '0');
          exponent--;
        }
      }
      digitCount += at - fractionStart;
    }
    if (digitCount == 0) {
      return Float.NaN;
    }
    if (at < end && (bytes[at] == 'e' || bytes[at] == 'E')) {
      at++;
      boolean down = at < end && bytes[at] == '-';
      if (down || (at < end && bytes[at] == '+')) {
        at++;
      }
      int powerStart = at;
      int power = 0;
      for (; at < end && isDigit(bytes[at]); at++) {
        power = Math.min(MOST_EXPONENT, 10 * power + (bytes[at] - '0'));
      }
      if (at == powerStart) {
        return Float.NaN;
      }
      exponent += down ? -power : power;
    }
    return at < end ? Float.NaN : value(negative, digits, exponent, bytes, start, end);
  }

  private static float value(
      boolean negative, long digits, int exponent, byte[] bytes, int start, int end) {
    if (digits == 0) {
      return negative ? -0f : 0f;
    }
    if (Math.abs(exponent) < POWERS.length) {
      double value = exponent < 0 ? digits / POWERS[-exponent] : digits * POWERS[exponent];
      long below = (Double.doubleToRawLongBits(value) & LOW_BITS) - MIDDLE;
      if (Math.abs(below) > UNSURE && value >= Float.MIN_NORMAL && value < Numbers.LARGEST) {
        return (float) (negative ? -value : value);
      }
    }
    return Numbers.parse(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
  }

  private static boolean isDigit(byte each) {
    return each >= '0' && each <= '9';
  }
}
