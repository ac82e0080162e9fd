package sweep4j.driver.config;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import sweep4j.trial.Legal;

/**
 * What a key may hold, as far as that can be said without a look at other keys. {@link SweepSchema}
 * tells editors of it, the reference people. The readers check it for themselves, as their messages
 * depend on the place; a test puts values at each bound before both.
 */
sealed interface Form {

  /** In as few words as a table has room for. */
  String words();

  /** A whole number from {@code min} to {@code max}, both included. */
  record Whole(long min, long max) implements Form {

    @Override
    public String words() {
      if (min == Long.MIN_VALUE) {
        return "a whole number of 64 bits";
      }
      return "whole, "
          + (isBounded() ? min + " to " + max : min == Integer.MIN_VALUE ? "any" : "from " + min);
    }

    /** Whether the upper bound says anything about the key, and not only about our integers. */
    boolean isBounded() {
      return max < Integer.MAX_VALUE;
    }
  }

  /** A value of which the catalogue's kinds of values say enough. */
  record Single(Legal legal) implements Form {

    @Override
    public String words() {
      return legal instanceof Legal.OneOf some
          ? some.names().stream().map("`%s`"::formatted).collect(joining(", "))
          : legal.brief();
    }
  }

  /**
   * Text that is not empty.
   *
   * @param pattern a regular expression that all of it matches, of the kind that Java and
   *     JavaScript share; empty for any
   */
  record Text(String words, String pattern) implements Form {}

  /** A list of at least {@code least} and at most {@code most} items. */
  record Listing(String words, Form item, int least, int most) implements Form {}

  /** One of several. */
  record Either(String words, List<Form> forms) implements Form {

    public Either {
      forms = List.copyOf(forms);
    }
  }

  /** A mapping with the keys that {@link Key} has in the section {@code path}. */
  record Section(String path) implements Form {

    @Override
    public String words() {
      return "a mapping with the keys below";
    }
  }

  /** What depends on the hyperparameter that it is said of. */
  enum OfHyperparameters implements Form {
    /** Hyperparameters, each with the section {@code parameters.*}. */
    SPACE("a mapping of hyperparameters to what is searched"),
    /** A legal value. */
    VALUE("a legal value of the hyperparameter"),
    /** A number between which and another a distribution spreads. */
    BOUND("a legal number of the hyperparameter"),
    /** A value of a kind that the place says. */
    ANY_VALUE("a value"),
    /** A list of legal values. */
    VALUES("a list of different legal values of the hyperparameter, 10000 at most"),
    /** The distributions that give its values. */
    DISTRIBUTION("`uniform`, `log_uniform`, `q_uniform`, `int_uniform`, `int_log_uniform`"),
    /** Other hyperparameters, each with a value or a list of values. */
    CONDITIONS("a mapping of other hyperparameters to a value or a list of values"),
    /** Hyperparameters, each with a value. */
    CONFIGURATION("a mapping of hyperparameters to values"),
    /** Names that a network declares, each with the section {@code model.declares.*}. */
    DECLARATIONS("a mapping of names to what the network declares of them");

    private final String words;

    OfHyperparameters(String words) {
      this.words = words;
    }

    @Override
    public String words() {
      return words;
    }
  }

  /** A whole number from {@code min} on. */
  static Form atLeast(int min) {
    return new Whole(min, Integer.MAX_VALUE);
  }

  static Form whole(long min, long max) {
    return new Whole(min, max);
  }

  static Form real(double min, boolean minIncluded, double max, boolean maxIncluded) {
    return new Single(new Legal.RealRange(min, minIncluded, max, maxIncluded));
  }

  /** Any number. */
  static Form number() {
    return real(-Double.MAX_VALUE, true, Double.MAX_VALUE, true);
  }

  /** A number above 0. */
  static Form positive() {
    return real(0.0, false, Double.MAX_VALUE, true);
  }

  static Form flag() {
    return new Single(new Legal.Switch());
  }

  static Form text(String words) {
    return new Text(words, "");
  }

  static Form names(String... names) {
    return new Single(new Legal.OneOf(List.of(names)));
  }

  static <E extends Enum<E>> Form oneOf(E[] constants) {
    return oneOf(constants, Choice::name);
  }

  static <E extends Enum<E>> Form oneOf(E[] constants, Function<E, String> name) {
    return names(Arrays.stream(constants).map(name).toArray(String[]::new));
  }

  static Form either(Form... forms) {
    return new Either(
        Arrays.stream(forms)
            .map(each -> each instanceof Section ? "a mapping with the keys below" : each.words())
            .collect(joining(", or ")),
        List.of(forms));
  }

  static Form section(Key key) {
    return new Section(key.path());
  }

  /** A mapping of settings, or {@code none}. */
  static Form optional(Key key) {
    return either(names("none"), section(key));
  }
}
