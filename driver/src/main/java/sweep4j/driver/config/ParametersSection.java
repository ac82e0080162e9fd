package sweep4j.driver.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.space.Condition;
import sweep4j.driver.space.Domain;
import sweep4j.driver.space.Fixed;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.Tunable;
import sweep4j.trial.Workload;

/** Reads {@code parameters:}, the search space, in the order of the file. */
final class ParametersSection {
  private static final String FORMS = "distribution with min and max, or values, or value";
  static final List<Key> RANGE =
      List.of(
          Key.PARAMETER_DISTRIBUTION,
          Key.PARAMETER_MIN,
          Key.PARAMETER_MAX,
          Key.PARAMETER_STEPS,
          Key.PARAMETER_Q);

  private ParametersSection() {}

  /**
   * The space, or null after a problem.
   *
   * @param vocabulary the names of what may be searched
   * @param workload decides conditions on what is not searched; null if a problem with it has been
   *     reported
   */
  static @Nullable SearchSpace read(
      Section parameters, Vocabulary vocabulary, @Nullable Workload workload) {
    if (parameters.entries().isEmpty()) {
      parameters
          .problems()
          .add(parameters.place(), "parameters must name at least one hyperparameter");
      return null;
    }
    var sections = new LinkedHashMap<Tunable, Section>();
    var bare = new LinkedHashMap<Tunable, Parameter>();
    for (String name : parameters.entries().keySet()) {
      Tunable hyperparameter = vocabulary.named(name).orElse(null);
      Section section = hyperparameter == null ? null : section(parameters.value(name));
      if (hyperparameter != null && section != null) {
        sections.put(hyperparameter, section);
        Domain domain = domain(section, hyperparameter);
        if (domain != null) {
          bare.put(hyperparameter, new Parameter(hyperparameter, domain));
        }
      }
    }
    var conditions = new LinkedHashMap<Tunable, List<Condition>>();
    var reader = new ConditionsSection(vocabulary, parameters, bare, workload);
    sections.forEach(
        (hyperparameter, section) -> {
          List<Condition> read = reader.read(section, hyperparameter);
          if (read != null) {
            conditions.put(hyperparameter, read);
          }
        });
    boolean complete =
        bare.size() == parameters.entries().size() && conditions.size() == bare.size();
    return new Circles(conditions).none(sections) && complete ? space(bare, conditions) : null;
  }

  private static SearchSpace space(
      Map<Tunable, Parameter> bare, Map<Tunable, List<Condition>> conditions) {
    return new SearchSpace(
        bare.values().stream()
            .map(
                each ->
                    new Parameter(
                        each.hyperparameter(),
                        each.domain(),
                        conditions.getOrDefault(each.hyperparameter(), List.of())))
            .toList());
  }

  private static @Nullable Section section(Value value) {
    return value.unusable() ? null : value.section("parameters.*", "a mapping with " + FORMS);
  }

  private static @Nullable Domain domain(Section section, Tunable hyperparameter) {
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
    if (values) {
      return ChoicesSection.read(section, hyperparameter);
    }
    ChoicesSection.refuseSettings(section);
    return range
        ? RangeSection.read(section, hyperparameter)
        : section.read(Key.PARAMETER_VALUE, single -> fixed(single, hyperparameter));
  }

  private static @Nullable Domain fixed(Value value, Tunable hyperparameter) {
    ParameterValue fixed = HyperparameterValues.read(value, hyperparameter);
    return fixed == null ? null : new Fixed(fixed);
  }
}
