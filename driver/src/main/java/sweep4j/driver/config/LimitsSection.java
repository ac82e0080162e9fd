package sweep4j.driver.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Limits;

/** Reads {@code limits}, a mapping of which nothing must be given. */
final class LimitsSection {
  private static final String NONE = "none";
  private static final String DURATION_RULE =
      "a time above zero such as 90s, 30m, 8h or 2d, at most 10000d, or " + NONE;
  private static final String COUNT_RULE = "a whole number from 1, or " + NONE;

  static final Pattern DURATION = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,3})?)([smhd])");

  private static final Duration LONGEST = Duration.ofDays(10_000);

  /** Seconds of each unit. */
  private static final Map<String, Integer> UNITS =
      Map.of("s", 1, "m", 60, "h", 3600, "d", 24 * 3600);

  private LimitsSection() {}

  /** What {@code limits} says, or null after a problem. */
  static @Nullable Limits read(Section limits) {
    Integer attempts =
        limits.read(Key.LIMITS_MAX_ATTEMPTS, Limits.DEFAULT_ATTEMPTS, value -> value.count(1, 100));
    Limited<Integer> failed =
        limits.read(Key.LIMITS_MAX_FAILED_TRIALS, Limited.no(), LimitsSection::count);
    Limited<Duration> timeout = limits.read(Key.LIMITS_TIMEOUT, Limited.no(), LimitsSection::time);
    Limited<Duration> trial =
        limits.read(Key.LIMITS_TRIAL_TIMEOUT, Limited.no(), LimitsSection::time);
    return attempts == null || failed == null || timeout == null || trial == null
        ? null
        : new Limits(attempts, failed.most(), timeout.most(), trial.most());
  }

  /** A limit that has been read; without one, {@code most} is null. */
  private record Limited<T>(@Nullable T most) {
    static <T> Limited<T> no() {
      return new Limited<>(null);
    }
  }

  private static boolean isNone(Value value) {
    return value.node() instanceof Node.Scalar scalar && scalar.text().equals(NONE);
  }

  private static @Nullable Limited<Integer> count(Value value) {
    if (isNone(value)) {
      return Limited.no();
    }
    Long count = value.whole(1, Integer.MAX_VALUE, COUNT_RULE);
    return count == null ? null : new Limited<>(count.intValue());
  }

  private static @Nullable Limited<Duration> time(Value value) {
    if (isNone(value)) {
      return Limited.no();
    }
    Duration duration = value.node() instanceof Node.Scalar scalar ? duration(scalar.text()) : null;
    if (duration == null) {
      value.mustBe(DURATION_RULE);
      return null;
    }
    return new Limited<>(duration);
  }

  private static @Nullable Duration duration(String text) {
    Matcher parts = DURATION.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    var unit = BigDecimal.valueOf(1000L * UNITS.getOrDefault(parts.group(2), 0));
    var duration = Duration.ofMillis(new BigDecimal(parts.group(1)).multiply(unit).longValue());
    return duration.isZero() || duration.compareTo(LONGEST) > 0 ? null : duration;
  }

  /** The limits by their keys, as {@link #read} takes them. */
  static Map<Key, String> text(Limits limits) {
    Integer failed = limits.maxFailedTrials();
    var text = new LinkedHashMap<Key, String>();
    text.put(Key.LIMITS_MAX_ATTEMPTS, String.valueOf(limits.maxAttempts()));
    text.put(Key.LIMITS_MAX_FAILED_TRIALS, failed == null ? NONE : failed.toString());
    text.put(Key.LIMITS_TIMEOUT, text(limits.timeout()));
    text.put(Key.LIMITS_TRIAL_TIMEOUT, text(limits.trialTimeout()));
    return text;
  }

  private static String text(@Nullable Duration duration) {
    return duration == null
        ? NONE
        : BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + "s";
  }
}
