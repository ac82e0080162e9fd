package sweep4j.driver.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The names that sweep files have for the constants of an enum. */
final class Choice {
  private Choice() {}

  /** Constants by name, in their order. */
  static <E extends Enum<E>> Map<String, E> of(E[] constants) {
    return of(constants, Choice::name);
  }

  static <E extends Enum<E>> Map<String, E> of(E[] constants, Function<E, String> name) {
    var choices = new LinkedHashMap<String, E>();
    for (E constant : constants) {
      choices.put(name.apply(constant), constant);
    }
    return Collections.unmodifiableMap(choices);
  }

  /** {@code MIN_MAX} is {@code min_max}. */
  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
