package sweep4j.trial;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something that a sweep may vary or fix: a hyperparameter of the catalogue, or a parameter that a
 * user's own network declares. Two are the same if they are equal, never by identity alone.
 */
public sealed interface Tunable permits Hyperparameter, CustomParameter {

  /** The catalogue's order, then custom parameters by name. */
  Comparator<Tunable> ORDER = Tunable::compare;

  /** The name in sweep files and leaderboards. */
  String key();

  /** The section of a sweep file where a value that holds for every trial stands. */
  Group group();

  /** Which values it may have. */
  Legal legal();

  /** The value that holds when a sweep is silent. */
  Default defaultValue();

  /** What it means, in one line. */
  String help();

  /** When it has an effect; null if that depends on no other. */
  @Nullable UsedWith usedWith();

  /** What it needs of the data. */
  Needs needs();

  private static int compare(Tunable one, Tunable other) {
    if (one instanceof Hyperparameter first) {
      return other instanceof Hyperparameter second ? first.compareTo(second) : -1;
    }
    return other instanceof Hyperparameter ? 1 : one.key().compareTo(other.key());
  }
}
