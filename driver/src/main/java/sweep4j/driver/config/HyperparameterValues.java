package sweep4j.driver.config;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.Node.Scalar;
import sweep4j.driver.config.Node.Sequence;
import sweep4j.trial.Legal;
import sweep4j.trial.Legal.LayerWidths;
import sweep4j.trial.Legal.OneOf;
import sweep4j.trial.Legal.RealRange;
import sweep4j.trial.Legal.Switch;
import sweep4j.trial.Legal.WholeRange;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.Tunable;

/** Reads single values of hyperparameters, in the type and the bounds that the catalogue says. */
final class HyperparameterValues {
  private static final Optional<String> NO_TEXT = Optional.empty();

  private HyperparameterValues() {}

  /** The value, or null after a problem has been reported. */
  static @Nullable ParameterValue read(Value value, Tunable hyperparameter) {
    return read(value, hyperparameter.legal());
  }

  /** As above, of what {@code legal} allows. */
  static @Nullable ParameterValue read(Value value, Legal legal) {
    ParameterValue typed = typed(value.node(), legal);
    if (typed == null || !legal.allows(typed)) {
      value.mustBe(legal.rule());
      return null;
    }
    return typed;
  }

  private static @Nullable ParameterValue typed(Node node, Legal legal) {
    if (legal instanceof LayerWidths) {
      return widths(node);
    }
    if (!(node instanceof Scalar scalar)) {
      return null;
    }
    if (legal instanceof RealRange) {
      Double real = Numbers.real(scalar.text());
      return real == null ? null : new ParameterValue.Real(real);
    }
    if (legal instanceof WholeRange) {
      Integer whole = whole(scalar.text());
      return whole == null ? null : new ParameterValue.Whole(whole);
    }
    if (legal instanceof Switch) {
      return flag(scalar);
    }
    return legal instanceof OneOf ? new ParameterValue.Text(scalar.text()) : null;
  }

  /** YAML 1.2 has these two words alone, whereas 1.1 also took yes, no, on and off for flags. */
  private static @Nullable ParameterValue flag(Scalar scalar) {
    return switch (scalar.text()) {
      case "true" -> new ParameterValue.Flag(true);
      case "false" -> new ParameterValue.Flag(false);
      default -> null;
    };
  }

  private static @Nullable ParameterValue widths(Node node) {
    List<Optional<String>> layers = layers(node);
    List<Integer> widths =
        layers.stream()
            .flatMap(Optional::stream)
            .map(HyperparameterValues::whole)
            .filter(Objects::nonNull)
            .filter(width -> width >= 1)
            .toList();
    boolean complete = !widths.isEmpty() && widths.size() == layers.size();
    return complete ? new ParameterValue.Widths(widths) : null;
  }

  /** The text of each layer; empty where it is none. */
  private static List<Optional<String>> layers(Node node) {
    if (node instanceof Sequence sequence) {
      return sequence.items().stream()
          .map(item -> item instanceof Scalar scalar ? Optional.of(scalar.text()) : NO_TEXT)
          .toList();
    }
    // As the leaderboard writes them: 64x32.
    return node instanceof Scalar scalar
        ? Arrays.stream(scalar.text().split("x", -1)).map(Optional::of).toList()
        : List.of(NO_TEXT);
  }

  private static @Nullable Integer whole(String text) {
    Long number = Numbers.whole(text);
    return number == null || number.intValue() != number
        ? null
        : Integer.valueOf(number.intValue());
  }
}
