package sweep4j.driver.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.Node.Mapping;
import sweep4j.trial.CustomParameter;
import sweep4j.trial.Group;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Legal;
import sweep4j.trial.Legal.LayerWidths;
import sweep4j.trial.Legal.OneOf;
import sweep4j.trial.Legal.RealRange;
import sweep4j.trial.Legal.Switch;
import sweep4j.trial.Legal.WholeRange;
import sweep4j.trial.ParameterValue;

/** Reads what a user's own network declares, as {@link DeclarationText} writes it. */
final class DeclarationsSection {
  private static final String RULE = "a mapping of names to {kind: ..., default: ..., help: ...}";

  enum Kind {
    WHOLE,
    REAL,
    ONE_OF,
    FLAG,
    WIDTHS
  }

  private static final Map<String, Kind> KINDS = Choice.of(Kind.values());
  private static final Map<String, Hyperparameter> USABLE =
      Choice.of(
          Arrays.stream(Hyperparameter.values())
              .filter(each -> each.group() == Group.MODEL)
              .toArray(Hyperparameter[]::new),
          Hyperparameter::key);

  private final Section section;

  private DeclarationsSection(Section section) {
    this.section = section;
  }

  /** The names of what a network may use of the catalogue. */
  static String[] usable() {
    return USABLE.keySet().toArray(String[]::new);
  }

  /** The parameters, or null after a problem. */
  static @Nullable List<CustomParameter> read(Value value) {
    if (!(value.node() instanceof Mapping mapping)) {
      value.mustBe(RULE);
      return null;
    }
    List<String> names = List.copyOf(mapping.entries().keySet());
    Section all = value.section(names, RULE);
    if (all == null) {
      return null;
    }
    var parameters = new ArrayList<CustomParameter>();
    for (String name : names) {
      Value each = all.value(name);
      Section section = each.unusable() ? null : each.section("model.declares.*", "a mapping");
      CustomParameter read =
          section == null ? null : new DeclarationsSection(section).parameter(name);
      if (read != null) {
        parameters.add(read);
      }
    }
    return parameters.size() == names.size() ? List.copyOf(parameters) : null;
  }

  /** The catalogue's parameters that a network uses, or null after a problem. */
  static @Nullable List<Hyperparameter> uses(Value value) {
    String rule = "a list of names of parameters under model:";
    if (value.node() instanceof Node.Sequence sequence && sequence.items().isEmpty()) {
      return List.of();
    }
    List<Value> items = value.items(rule);
    if (items == null) {
      return null;
    }
    var uses = new ArrayList<Hyperparameter>();
    for (Value item : items) {
      Hyperparameter used = item.choice(USABLE);
      if (used != null) {
        uses.add(used);
      }
    }
    return uses.size() == items.size() ? List.copyOf(uses) : null;
  }

  private @Nullable CustomParameter parameter(String name) {
    Kind kind = section.read(Key.DECLARED_KIND, value -> value.choice(KINDS));
    Legal legal = kind == null ? null : legal(kind);
    String help = section.read(Key.DECLARED_HELP, value -> value.text("one line of text"));
    if (legal == null || help == null) {
      return null;
    }
    ParameterValue fallback =
        section.read(Key.DECLARED_DEFAULT, value -> HyperparameterValues.read(value, legal));
    if (fallback == null) {
      return null;
    }
    try {
      return new CustomParameter(name, legal, fallback, help);
    } catch (IllegalArgumentException wrong) {
      section.problems().add(section.place(), section.path() + ": " + wrong.getMessage());
      return null;
    }
  }

  private @Nullable Legal legal(Kind kind) {
    return switch (kind) {
      case WHOLE -> whole();
      case REAL -> real();
      case ONE_OF -> oneOf();
      case FLAG -> new Switch();
      case WIDTHS -> new LayerWidths();
    };
  }

  private @Nullable Legal whole() {
    Integer min = section.read(Key.DECLARED_MIN, value -> value.count(Integer.MIN_VALUE));
    Integer max = section.read(Key.DECLARED_MAX, value -> value.count(Integer.MIN_VALUE));
    return min == null || max == null ? null : new WholeRange(min, max);
  }

  private @Nullable Legal real() {
    Double min = section.read(Key.DECLARED_MIN, value -> value.real("a number"));
    Double max = section.read(Key.DECLARED_MAX, value -> value.real("a number"));
    Boolean minIncluded = section.read(Key.DECLARED_MIN_INCLUDED, true, Value::flag);
    Boolean maxIncluded = section.read(Key.DECLARED_MAX_INCLUDED, true, Value::flag);
    return min == null || max == null || minIncluded == null || maxIncluded == null
        ? null
        : new RealRange(min, minIncluded, max, maxIncluded);
  }

  private @Nullable Legal oneOf() {
    List<Value> items = section.read(Key.DECLARED_NAMES, value -> value.items("a list of names"));
    if (items == null) {
      return null;
    }
    var names = new ArrayList<String>();
    for (Value item : items) {
      String name = item.text("a name");
      if (name != null) {
        names.add(name);
      }
    }
    return names.size() == items.size() ? new OneOf(names) : null;
  }
}
