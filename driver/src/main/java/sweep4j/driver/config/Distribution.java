package sweep4j.driver.config;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import sweep4j.trial.Legal;
import sweep4j.trial.Legal.LayerWidths;
import sweep4j.trial.Legal.RealRange;
import sweep4j.trial.Legal.WholeRange;
import sweep4j.trial.Tunable;

/** How values spread between {@code min} and {@code max}. */
enum Distribution {
  UNIFORM(false, false),
  LOG_UNIFORM(false, true),
  /** Multiples of {@code q} from {@code min} on. */
  Q_UNIFORM(false, false),
  INT_UNIFORM(true, false),
  INT_LOG_UNIFORM(true, true);

  static final Map<String, Distribution> CHOICES = Choice.of(values());

  private final boolean whole;
  private final boolean log;

  Distribution(boolean whole, boolean log) {
    this.whole = whole;
    this.log = log;
  }

  /** What may be said of some distributions. */
  static final Set<Key> SETTINGS = Set.of(Key.PARAMETER_STEPS, Key.PARAMETER_Q);

  /** What may be said of it besides its ends. */
  Set<Key> settings() {
    return switch (this) {
      case UNIFORM, LOG_UNIFORM -> Set.of(Key.PARAMETER_STEPS);
      case Q_UNIFORM, INT_UNIFORM -> Set.of(Key.PARAMETER_Q);
      case INT_LOG_UNIFORM -> Set.of();
    };
  }

  /** Whether it is over whole numbers. */
  boolean whole() {
    return whole;
  }

  /** Whether it is even in the exponent, so that {@code min} must be above 0. */
  boolean log() {
    return log;
  }

  /**
   * Whether it gives values of the hyperparameter's type. For {@code hidden_units} a whole number
   * is the width of a single hidden layer.
   */
  boolean fits(Tunable hyperparameter) {
    Legal legal = hyperparameter.legal();
    return whole
        ? legal instanceof WholeRange || legal instanceof LayerWidths
        : legal instanceof RealRange;
  }

  /** The distributions that fit, in words; empty if none does. */
  static String fitting(Tunable hyperparameter) {
    return Arrays.stream(values())
        .filter(each -> each.fits(hyperparameter))
        .map(Choice::name)
        .collect(Collectors.joining(", "))
        .replaceFirst(", ([a-z_]*)$", " or $1");
  }
}
