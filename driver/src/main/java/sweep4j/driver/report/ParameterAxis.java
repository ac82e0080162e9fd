package sweep4j.driver.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.space.Choices;
import sweep4j.driver.space.Domain;
import sweep4j.driver.space.Extended;
import sweep4j.driver.space.IntLogUniform;
import sweep4j.driver.space.LogUniform;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.Stepped;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.TrialRecord;

/**
 * How a parameter is drawn: along its own scale, or in strips where it has a list of values.
 *
 * @param scale {@code linear}, {@code log} or {@code levels}
 * @param low least number of the axis; of levels 0
 * @param high greatest number of the axis; of levels the last one's number
 * @param levels numbers or texts, in their order; empty if the scale has none
 * @param when conditions under which the parameter exists, in words; empty if it always does
 */
record ParameterAxis(
    String name, String scale, double low, double high, List<Object> levels, String when) {

  /**
   * The axis of a varying {@code parameter}.
   *
   * @param trials of which one may lie beyond what is declared, if the search may go there
   */
  static ParameterAxis of(Parameter parameter, List<TrialRecord> trials) {
    Domain domain = parameter.domain();
    String when =
        parameter.conditions().stream()
            .map(
                condition ->
                    condition.on().key()
                        + " is "
                        + condition.values().stream()
                            .map(Objects::toString)
                            .collect(Collectors.joining(" or ")))
            .collect(Collectors.joining(" and "));
    if (domain instanceof Choices) {
      List<Object> levels =
          IntStream.range(0, domain.levels())
              .mapToObj(level -> parameter.at(domain.unitOfLevel(level)))
              .map(value -> Objects.requireNonNull(Cells.plain(value)))
              .toList();
      return new ParameterAxis(parameter.name(), "levels", 0, levels.size() - 1, levels, when);
    }
    double low = number(parameter.at(lowest(domain)));
    double high = number(parameter.at(highest(domain)));
    for (TrialRecord trial : trials) {
      Hyperparameters hyperparameters = trial.request().hyperparameters();
      double value = number(hyperparameters.set().get(parameter.hyperparameter()));
      // NaN, where the parameter does not exist, is neither.
      low = value < low ? value : low;
      high = value > high ? value : high;
    }
    return new ParameterAxis(
        parameter.name(), isLogarithmic(domain) ? "log" : "linear", low, high, List.of(), when);
  }

  private static double lowest(Domain domain) {
    return domain instanceof Extended extended ? extended.low() : 0.0;
  }

  private static double highest(Domain domain) {
    return domain instanceof Extended extended ? extended.high() : 1.0;
  }

  private static boolean isLogarithmic(Domain domain) {
    if (domain instanceof Extended extended) {
      return isLogarithmic(extended.declared());
    }
    if (domain instanceof Stepped stepped) {
      return isLogarithmic(stepped.continuum());
    }
    return domain instanceof LogUniform || domain instanceof IntLogUniform;
  }

  /** The number that a value is; NaN for none. */
  static double number(@Nullable Object value) {
    return Cells.plain(value) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("scale", scale);
    json.writeNumberField("low", low);
    json.writeNumberField("high", high);
    json.writeArrayFieldStart("levels");
    for (Object level : levels) {
      SafeJson.writeCell(json, level);
    }
    json.writeEndArray();
    json.writeStringField("when", when);
    json.writeEndObject();
  }
}
