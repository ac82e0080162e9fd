package sweep4j.driver.config;

import static java.util.stream.Collectors.joining;

import sweep4j.trial.CustomParameter;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Legal;
import sweep4j.trial.Legal.LayerWidths;
import sweep4j.trial.Legal.OneOf;
import sweep4j.trial.Legal.RealRange;
import sweep4j.trial.Legal.Switch;
import sweep4j.trial.Legal.WholeRange;
import sweep4j.trial.OwnNetwork;

/**
 * What a user's own network declares as a sweep file writes it, on one line; {@link
 * DeclarationsSection} reads it.
 */
final class DeclarationText {
  private DeclarationText() {}

  /** The network's parameters. */
  static String of(OwnNetwork network) {
    return network.parameters().stream()
        .map(each -> each.name() + ": " + of(each))
        .collect(joining(", ", "{", "}"));
  }

  /** The catalogue's parameters that it uses. */
  static String uses(OwnNetwork network) {
    return network.uses().stream().map(Hyperparameter::key).collect(joining(", ", "[", "]"));
  }

  private static String of(CustomParameter parameter) {
    return "{kind: %s, default: %s, help: %s}"
        .formatted(
            legal(parameter.legal()),
            YamlText.of(parameter.fallback()),
            YamlText.of(parameter.help()));
  }

  private static String legal(Legal legal) {
    if (legal instanceof WholeRange range) {
      return "whole, min: %d, max: %d".formatted(range.min(), range.max());
    }
    if (legal instanceof RealRange range) {
      return "real, min: %s, max: %s%s%s"
          .formatted(
              range.min(),
              range.max(),
              range.minIncluded() ? "" : ", min_included: false",
              range.maxIncluded() ? "" : ", max_included: false");
    }
    if (legal instanceof OneOf choice) {
      return "one_of, names: "
          + choice.names().stream().map(YamlText::of).collect(joining(", ", "[", "]"));
    }
    if (legal instanceof Switch) {
      return "flag";
    }
    if (legal instanceof LayerWidths) {
      return "widths";
    }
    throw new IllegalArgumentException("no kind of parameter has the values of " + legal);
  }
}
