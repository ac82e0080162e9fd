package sweep4j.driver.config;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.List;
import sweep4j.driver.space.Choices;
import sweep4j.driver.space.Condition;
import sweep4j.driver.space.Domain;
import sweep4j.driver.space.Fixed;
import sweep4j.driver.space.IntLogUniform;
import sweep4j.driver.space.IntUniform;
import sweep4j.driver.space.LogUniform;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.Quantized;
import sweep4j.driver.space.Stepped;
import sweep4j.driver.space.Uniform;
import sweep4j.trial.ParameterValue;

/** Parameters of a search space as a sweep file writes them, on one line. */
final class ParameterText {
  private ParameterText() {}

  /** What stands behind the parameter's name. */
  static String of(Parameter parameter) {
    String when =
        parameter.conditions().stream()
            .map(ParameterText::condition)
            .collect(joining(", ", ", when: {", "}"));
    return "{" + domain(parameter) + (parameter.conditions().isEmpty() ? "" : when) + "}";
  }

  private static String condition(Condition condition) {
    return condition.on().key() + ": " + list(condition.values());
  }

  /** The parameter's values alone. */
  static String domain(Parameter parameter) {
    if (parameter.domain() instanceof Fixed fixed) {
      return "value: " + YamlText.of(fixed.value());
    }
    if (parameter.domain() instanceof Choices choices) {
      return choices(choices);
    }
    if (parameter.domain() instanceof Stepped stepped) {
      return range(stepped.continuum()) + ", steps: " + stepped.steps();
    }
    return range(parameter.domain());
  }

  private static String choices(Choices choices) {
    boolean weighted = !choices.weights().equals(Collections.nCopies(choices.levels(), 1.0));
    boolean ordered = choices.ordered() != new Choices(choices.values()).ordered();
    return "values: "
        + list(choices.values())
        + (weighted ? ", weights: " + choices.weights() : "")
        + (ordered ? ", ordered: " + choices.ordered() : "");
  }

  private static String list(List<ParameterValue> values) {
    return values.stream().map(YamlText::of).collect(joining(", ", "[", "]"));
  }

  private static String range(Domain domain) {
    if (domain instanceof Uniform range) {
      return range(Distribution.UNIFORM, range.min(), range.max());
    }
    if (domain instanceof LogUniform range) {
      return range(Distribution.LOG_UNIFORM, range.min(), range.max());
    }
    if (domain instanceof Quantized range) {
      return range(Distribution.Q_UNIFORM, range.min(), range.max()) + ", q: " + range.q();
    }
    if (domain instanceof IntUniform range) {
      return range(Distribution.INT_UNIFORM, range.min(), range.max())
          + (range.q() == 1 ? "" : ", q: " + range.q());
    }
    if (domain instanceof IntLogUniform range) {
      return range(Distribution.INT_LOG_UNIFORM, range.min(), range.max());
    }
    throw new IllegalArgumentException("no distribution has the values of " + domain);
  }

  private static String range(Distribution distribution, Number min, Number max) {
    return "distribution: %s, min: %s, max: %s".formatted(Choice.name(distribution), min, max);
  }
}
