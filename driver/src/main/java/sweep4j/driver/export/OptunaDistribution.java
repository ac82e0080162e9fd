package sweep4j.driver.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.space.Domain;
import sweep4j.driver.space.Extended;
import sweep4j.driver.space.Fixed;
import sweep4j.driver.space.IntLogUniform;
import sweep4j.driver.space.IntUniform;
import sweep4j.driver.space.LogUniform;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.Quantized;
import sweep4j.driver.space.Uniform;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Flag;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Whole;

/**
 * A parameter as Optuna has it. What Optuna has no range for becomes a choice: values in steps,
 * lists and fixed values.
 */
final class OptunaDistribution {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode json;
  private final List<ParameterValue> choices = new ArrayList<>();

  OptunaDistribution(Parameter parameter) {
    Domain domain = parameter.domain() instanceof Extended wide ? wide.wide() : parameter.domain();
    // A whole number of a list may stand for a real one, and the catalogue knows which it is.
    boolean real = parameter.at(0.0) instanceof Real;
    this.json = JSON.createObjectNode();
    if (domain instanceof Uniform range) {
      range("FloatDistribution", range.min(), range.max(), false, null);
    } else if (domain instanceof LogUniform range) {
      range("FloatDistribution", range.min(), range.max(), true, null);
    } else if (domain instanceof Quantized range) {
      range("FloatDistribution", range.min(), range.max(), false, range.q());
    } else if (domain instanceof IntUniform range && !real && isWhole(parameter)) {
      range("IntDistribution", range.min(), range.max(), false, range.q());
    } else if (domain instanceof IntLogUniform range && !real && isWhole(parameter)) {
      range("IntDistribution", range.min(), range.max(), true, 1);
    } else if (domain instanceof IntUniform range && real) {
      range("FloatDistribution", range.min(), range.max(), false, range.q());
    } else if (domain instanceof Fixed) {
      choices.add(parameter.at(0.0));
      choice();
    } else {
      for (int level = 0; level < domain.levels(); level++) {
        choices.add(parameter.at(domain.unitOfLevel(level)));
      }
      choice();
    }
  }

  private static boolean isWhole(Parameter parameter) {
    return parameter.at(0.0) instanceof Whole;
  }

  private void range(String name, Number low, Number high, boolean log, @Nullable Number step) {
    json.put("name", name);
    ObjectNode attributes = json.putObject("attributes");
    attributes.set("low", JSON.valueToTree(low));
    attributes.set("high", JSON.valueToTree(high));
    attributes.put("log", log);
    attributes.set("step", JSON.valueToTree(step));
  }

  private void choice() {
    json.put("name", "CategoricalDistribution");
    ArrayNode all = json.putObject("attributes").putArray("choices");
    for (ParameterValue value : choices) {
      if (value instanceof Real real) {
        all.add(real.value());
      } else if (value instanceof Whole whole) {
        all.add(whole.value());
      } else if (value instanceof Flag flag) {
        all.add(flag.value());
      } else {
        all.add(value.toString());
      }
    }
  }

  /** The text that Optuna's journal has for it. */
  String text() {
    return json.toString();
  }

  /** What Optuna's journal has for a value: the number, or its place among the choices. */
  double internal(ParameterValue value) {
    if (!choices.isEmpty()) {
      return choices.indexOf(value);
    }
    return value instanceof Whole whole ? whole.value() : ((Real) value).value();
  }
}
