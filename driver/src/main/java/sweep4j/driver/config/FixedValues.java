package sweep4j.driver.config;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Catalogue;
import sweep4j.trial.Conflict;
import sweep4j.trial.DataSettings;
import sweep4j.trial.Default;
import sweep4j.trial.Group;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ModelKind;
import sweep4j.trial.ModelType;
import sweep4j.trial.OwnNetwork;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.Tunable;
import sweep4j.trial.UsedWith;

/**
 * Reads the hyperparameters that hold for every trial, each from the section of its group. What is
 * left out has its constant default, if it can have an effect; defaults that depend on other
 * hyperparameters stay unset, so that each trial's own values decide.
 */
final class FixedValues {
  private final @Nullable ModelType model;
  private final Map<Group, Section> homes;
  private final Section parameters;
  private final @Nullable DataSettings data;
  private boolean sound = true;

  /**
   * A reader of some sections.
   *
   * @param model says what may be fixed, and what of it has an effect; null if a problem with it
   *     has been reported
   * @param parameters the section of the hyperparameters that are searched, not fixed
   * @param data null if a problem with them has been reported
   */
  FixedValues(
      @Nullable ModelType model,
      Map<Group, Section> homes,
      Section parameters,
      @Nullable DataSettings data) {
    this.model = model;
    this.homes = new EnumMap<>(homes);
    this.parameters = parameters;
    this.data = data;
  }

  /** The values, or null after a problem. */
  @Nullable Hyperparameters read() {
    var given = new LinkedHashMap<Tunable, ParameterValue>();
    for (Tunable each : catalogue().all()) {
      ParameterValue value = given(each);
      if (value != null) {
        given.put(each, value);
      }
    }
    if (!sound) {
      return null;
    }
    var context = new Hyperparameters(given);
    var fixed = new LinkedHashMap<>(given);
    for (Tunable each : catalogue().all()) {
      boolean effective = hasAnEffect(each, context);
      boolean constant = each.defaultValue() instanceof Default.Constant && usesDefaultOf(each);
      if (constant && effective && !isSearched(each) && !isGiven(each)) {
        fixed.put(each, each.defaultValue().in(context));
      }
    }
    checkTogether(context);
    return sound ? new Hyperparameters(fixed) : null;
  }

  private @Nullable ParameterValue given(Tunable each) {
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
  private boolean hasAnEffect(Tunable each, Hyperparameters context) {
    if (data != null && !each.needs().metBy(data)) {
      reportUseless(each, "it needs " + each.needs().words());
      return false;
    }
    if (model != null && !model.uses(each)) {
      reportUseless(each, whyUnused(each, model));
      return false;
    }
    UsedWith usedWith = each.usedWith();
    if (usedWith != null && isUnknown(usedWith.other())) {
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

  private static String whyUnused(Tunable each, ModelType model) {
    return model instanceof OwnNetwork || !(each instanceof Hyperparameter standard)
        ? "the network of model.factory does not use it"
        : "it is for model types %s, but this one is %s"
            .formatted(ModelKind.words(standard.models()), model.kind().words());
  }

  private Catalogue catalogue() {
    return model == null ? Catalogue.standard() : model.catalogue();
  }

  private boolean usesDefaultOf(Tunable each) {
    return model == null || model.kind().usesDefaultOf(each);
  }

  /** Whether the network's own description says what {@code each} is. */
  private boolean isUnknown(Tunable each) {
    return !usesDefaultOf(each) && !isSearched(each) && !isGiven(each);
  }

  private void reportUseless(Tunable each, String why) {
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

  private boolean isSearched(Tunable each) {
    return parameters.entries().containsKey(each.key());
  }

  private boolean isGiven(Tunable each) {
    return home(each).entries().containsKey(each.key());
  }

  private Section home(Tunable each) {
    Section home = homes.get(each.group());
    if (home == null) {
      throw new IllegalStateException("no section is home to " + each.key());
    }
    return home;
  }
}
