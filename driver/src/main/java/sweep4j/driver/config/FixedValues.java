package sweep4j.driver.config;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Conflict;
import sweep4j.trial.DataSettings;
import sweep4j.trial.Default;
import sweep4j.trial.Group;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ModelKind;
import sweep4j.trial.ModelType;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.UsedWith;

/**
 * Reads the hyperparameters that hold for every trial, each from the section of its group. What is
 * left out has its constant default, if it can have an effect; defaults that depend on other
 * hyperparameters stay unset, so that each trial's own values decide.
 */
final class FixedValues {
  private final Map<Group, Section> homes;
  private final Section parameters;
  private final @Nullable DataSettings data;
  private final @Nullable ModelType model;
  private boolean sound = true;

  /**
   * A reader of some sections.
   *
   * @param parameters the section of the hyperparameters that are searched, not fixed
   * @param data null if a problem with them has been reported
   * @param model null if a problem with it has been reported
   */
  FixedValues(
      Map<Group, Section> homes,
      Section parameters,
      @Nullable DataSettings data,
      @Nullable ModelType model) {
    this.homes = new EnumMap<>(homes);
    this.parameters = parameters;
    this.data = data;
    this.model = model;
  }

  /** The values, or null after a problem. */
  @Nullable Hyperparameters read() {
    var given = new EnumMap<Hyperparameter, ParameterValue>(Hyperparameter.class);
    for (Hyperparameter each : Hyperparameter.values()) {
      ParameterValue value = given(each);
      if (value != null) {
        given.put(each, value);
      }
    }
    if (!sound) {
      return null;
    }
    var context = new Hyperparameters(given);
    var fixed = new EnumMap<Hyperparameter, ParameterValue>(given);
    for (Hyperparameter each : Hyperparameter.values()) {
      boolean effective = hasAnEffect(each, context);
      boolean constant =
          each.defaultValue() instanceof Default.Constant
              && (model == null || model.kind().usesDefaultOf(each));
      if (constant && effective && !isSearched(each) && !isGiven(each)) {
        fixed.put(each, each.defaultValue().in(context));
      }
    }
    checkTogether(context);
    return sound ? new Hyperparameters(fixed) : null;
  }

  private @Nullable ParameterValue given(Hyperparameter each) {
    if (!isGiven(each)) {
      return null;
    }
    Value value = home(each).value(each.key());
    if (isSearched(each)) {
      Value search = parameters.value(each.key());
      report(
          search,
          "%s must be left out or searched alone: %s fixes it, at %s"
              .formatted(search.path(), value.path(), home(each).keyPlace(each.key()).inWords()));
      return null;
    }
    ParameterValue read = value.unusable() ? null : HyperparameterValues.read(value, each);
    sound &= read != null;
    return read;
  }

  /** Whether {@code each} does anything; reports it where somebody wrote it for nothing. */
  private boolean hasAnEffect(Hyperparameter each, Hyperparameters context) {
    if (model != null && !each.models().contains(model.kind())) {
      reportUseless(
          each,
          "it is for model types %s, but this one is %s"
              .formatted(ModelKind.words(each.models()), model.kind().words()));
      return false;
    }
    if (data != null && !each.needs().metBy(data)) {
      reportUseless(each, "it needs " + each.needs().words());
      return false;
    }
    UsedWith usedWith = each.usedWith();
    if (usedWith != null && model != null && isUnknown(usedWith.other(), model)) {
      reportUseless(
          each,
          "%s decides whether it has an effect, and must be set too, as the network's own is not read here"
              .formatted(usedWith.other().key()));
      return false;
    }
    if (usedWith == null || isSearched(usedWith.other()) || usedWith.holdsIn(context)) {
      return true;
    }
    reportUseless(
        each,
        "it has an effect only with %s, but %s is %s"
            .formatted(usedWith.words(), usedWith.other().key(), context.value(usedWith.other())));
    return false;
  }

  /** Whether the network's own description says what {@code each} is. */
  private boolean isUnknown(Hyperparameter each, ModelType model) {
    return !model.kind().usesDefaultOf(each) && !isSearched(each) && !isGiven(each);
  }

  private void reportUseless(Hyperparameter each, String why) {
    if (isSearched(each) || isGiven(each)) {
      Value value = (isSearched(each) ? parameters : home(each)).value(each.key());
      report(value, value.path() + " must be left out: " + why);
    }
  }

  private void checkTogether(Hyperparameters context) {
    Conflict conflict = context.conflict();
    if (conflict != null) {
      Section home = home(conflict.parameter());
      report(home.value(conflict.parameter().key()), conflict.words());
    }
  }

  private void report(Value value, String message) {
    value.problems().add(value.place(), message);
    sound = false;
  }

  private boolean isSearched(Hyperparameter each) {
    return parameters.entries().containsKey(each.key());
  }

  private boolean isGiven(Hyperparameter each) {
    return home(each).entries().containsKey(each.key());
  }

  private Section home(Hyperparameter each) {
    Section home = homes.get(each.group());
    if (home == null) {
      throw new IllegalStateException("no section is home to " + each.key());
    }
    return home;
  }
}
