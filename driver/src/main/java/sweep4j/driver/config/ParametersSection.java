package sweep4j.driver.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.space.Choices;
import sweep4j.driver.space.Domain;
import sweep4j.driver.space.Fixed;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.ParameterValue;

/** Reads {@code parameters:}, the search space, in the order of the file. */
final class ParametersSection {
  private static final String FORMS = "distribution with min and max, or values, or value";
  private static final List<Key> RANGE =
      List.of(
          Key.PARAMETER_DISTRIBUTION, Key.PARAMETER_MIN, Key.PARAMETER_MAX, Key.PARAMETER_STEPS);

  private ParametersSection() {}

  static List<String> knownKeys() {
    return Arrays.stream(Hyperparameter.values()).map(Hyperparameter::key).toList();
  }

  static @Nullable SearchSpace read(Section parameters) {
    var space = new ArrayList<Parameter>();
    boolean complete = true;
    for (String name : parameters.entries().keySet()) {
      Optional<Hyperparameter> hyperparameter = Hyperparameter.named(name);
      Parameter parameter =
          hyperparameter.isEmpty() ? null : parameter(parameters.value(name), hyperparameter.get());
      complete &= parameter != null;
      if (parameter != null) {
        space.add(parameter);
      }
    }
    if (parameters.entries().isEmpty()) {
      parameters
          .problems()
          .add(parameters.place(), "parameters must name at least one hyperparameter");
    }
    return complete && !space.isEmpty() ? new SearchSpace(space) : null;
  }

  private static @Nullable Parameter parameter(Value value, Hyperparameter hyperparameter) {
    if (value.unusable()) {
      return null;
    }
    Section section = value.section("parameters.*", "a mapping with " + FORMS);
    Domain domain = section == null ? null : domain(section, hyperparameter);
    return domain == null ? null : new Parameter(hyperparameter, domain);
  }

  private static @Nullable Domain domain(Section section, Hyperparameter hyperparameter) {
    boolean range = RANGE.stream().anyMatch(section::has);
    boolean values = section.has(Key.PARAMETER_VALUES);
    boolean value = section.has(Key.PARAMETER_VALUE);
    if (range ? values || value : values == value) {
      String given = String.join(", ", section.entries().keySet());
      section
          .problems()
          .add(
              section.place(),
              "%s must have one of: %s; but got %s"
                  .formatted(section.path(), FORMS, given.isEmpty() ? "nothing" : given));
      return null;
    }
    if (range) {
      return RangeSection.read(section, hyperparameter);
    }
    return values
        ? section.read(Key.PARAMETER_VALUES, list -> choices(list, hyperparameter))
        : section.read(Key.PARAMETER_VALUE, single -> fixed(single, hyperparameter));
  }

  private static @Nullable Domain fixed(Value value, Hyperparameter hyperparameter) {
    ParameterValue fixed = HyperparameterValues.read(value, hyperparameter);
    return fixed == null ? null : new Fixed(fixed);
  }

  private static @Nullable Domain choices(Value list, Hyperparameter hyperparameter) {
    List<Value> items = list.items("a list of at least one value");
    if (items == null) {
      return null;
    }
    var choices = new ArrayList<ParameterValue>();
    boolean sound = true;
    for (Value item : items) {
      ParameterValue choice = HyperparameterValues.read(item, hyperparameter);
      if (choice != null && choices.contains(choice)) {
        list.problems()
            .add(
                item.place(),
                list.path() + " must be different, but " + item.node().shown() + " is there twice");
        sound = false;
      } else if (choice != null) {
        choices.add(choice);
      }
    }
    return sound && choices.size() == items.size() ? new Choices(choices) : null;
  }
}
