package sweep4j.driver.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.space.Condition;
import sweep4j.driver.space.Parameter;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.Tunable;
import sweep4j.trial.Workload;

/** Reads {@code when:} of a parameter, in view of all others. */
final class ConditionsSection {
  private final Vocabulary vocabulary;
  private final Section parameters;
  private final Map<Tunable, Parameter> searched;
  private final @Nullable Workload workload;

  /**
   * Conditions on what the file says of other parameters.
   *
   * @param vocabulary their names
   * @param parameters the section of them all
   * @param searched those that could be read
   * @param workload what all trials have in common; null if a problem with it has been reported
   */
  ConditionsSection(
      Vocabulary vocabulary,
      Section parameters,
      Map<Tunable, Parameter> searched,
      @Nullable Workload workload) {
    this.vocabulary = vocabulary;
    this.parameters = parameters;
    this.searched = searched;
    this.workload = workload;
  }

  /**
   * The conditions of a parameter, without those that hold in every trial; null after a problem.
   */
  @Nullable List<Condition> read(Section parameter, Tunable of) {
    return parameter.read(Key.PARAMETER_WHEN, List.of(), value -> conditions(value, of));
  }

  private @Nullable List<Condition> conditions(Value value, Tunable of) {
    Section when =
        value.section(
            vocabulary.namesIn(value.node()), "a mapping of other parameters to their values");
    if (when == null) {
      return null;
    }
    if (when.entries().isEmpty()) {
      value.mustBe("a mapping of other parameters to their values");
      return null;
    }
    var conditions = new ArrayList<Condition>();
    boolean sound = true;
    for (String name : when.entries().keySet()) {
      Optional<Tunable> on = vocabulary.named(name);
      List<Condition> read = on.isEmpty() ? null : condition(when.value(name), of, on.get());
      sound &= read != null;
      if (read != null) {
        conditions.addAll(read);
      }
    }
    return sound ? List.copyOf(conditions) : null;
  }

  /** The condition; none if it always holds; null after a problem. */
  private @Nullable List<Condition> condition(Value value, Tunable of, Tunable on) {
    if (value.unusable()) {
      return null;
    }
    if (on.equals(of)) {
      return problem(value, "must be left out: a parameter cannot depend on itself");
    }
    List<ParameterValue> values = ValueList.readOneOrMore(value, on);
    if (values == null) {
      return null;
    }
    if (!parameters.entries().containsKey(on.key())) {
      return workload == null ? null : decided(value, values, workload.fixed().value(on));
    }
    Parameter other = searched.get(on);
    return other == null ? null : onSearched(value, values, other);
  }

  private static @Nullable List<Condition> decided(
      Value value, List<ParameterValue> values, ParameterValue fixed) {
    return values.contains(fixed) ? List.of() : never(value, fixed);
  }

  private static @Nullable List<Condition> onSearched(
      Value value, List<ParameterValue> values, Parameter other) {
    if (other.domain().levels() == 0) {
      return problem(
          value,
          "can never hold, because a draw from a range hardly ever is one certain number: give"
              + " parameters.%s steps, q or values".formatted(other.name()));
    }
    if (other.isFixed()) {
      ParameterValue fixed = other.at(0.0);
      return values.contains(fixed)
          ? List.of(new Condition(other.hyperparameter(), List.of(fixed)))
          : never(value, fixed);
    }
    for (ParameterValue each : values) {
      if (!other.contains(each)) {
        return problem(
            value,
            "must be of the values of parameters.%s, {%s}, but got %s"
                .formatted(other.name(), ParameterText.domain(other), YamlText.of(each)));
      }
    }
    return List.of(new Condition(other.hyperparameter(), values));
  }

  private static @Nullable List<Condition> never(Value value, ParameterValue fixed) {
    return problem(
        value,
        "can never hold, because that is %s in all trials: search it too, or leave out what needs it"
            .formatted(YamlText.of(fixed)));
  }

  private static @Nullable List<Condition> problem(Value value, String message) {
    value.problems().add(value.place(), value.path() + " " + message);
    return null;
  }
}
