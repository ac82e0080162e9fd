package sweep4j.driver.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.Form.OfHyperparameters;
import sweep4j.trial.Default;
import sweep4j.trial.Group;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Legal;

/** The sections of a sweep file, in the words of JSON Schema, draft 7. */
final class SectionSchema {
  private static final String PARAMETER = "parameters.*";
  private static final String ANY = "custom";
  private static final String CUSTOM = "^custom\\.[a-z][a-z0-9_]{0,39}$";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** What is said once and referred to from several places, by name. */
  private final ObjectNode definitions = JSON.objectNode();

  SectionSchema() {
    for (Hyperparameter each : Hyperparameter.values()) {
      definitions.set(each.key(), value(each));
    }
    ObjectNode any = JSON.objectNode();
    any.putArray("type").add("string").add("number").add("boolean").add("array");
    definitions.set(
        ANY, any.put("description", "a parameter that the network of model.factory declares"));
    definitions.set("conditions", hyperparameters(SectionSchema::oneOrMore));
    definitions.set("configuration", hyperparameters(SectionSchema::reference));
  }

  ObjectNode definitions() {
    return definitions;
  }

  private static ObjectNode value(Hyperparameter of) {
    ObjectNode value = FormSchema.of(of.legal());
    value.put("description", of.help() + ". Default: " + of.defaultValue().words());
    // Widths are written as the leaderboard has them, which is not how a file has them.
    if (of.defaultValue() instanceof Default.Constant constant
        && !(of.legal() instanceof Legal.LayerWidths)) {
      value.set("default", PlainJson.of(constant.words()));
    }
    return value;
  }

  private static ObjectNode reference(String name) {
    return JSON.objectNode().put("$ref", "#/definitions/" + name);
  }

  private static ObjectNode oneOrMore(String name) {
    return FormSchema.either(List.of(reference(name), values(name)));
  }

  private static ObjectNode values(String name) {
    return FormSchema.listing(reference(name), 1, ValueList.MOST).put("uniqueItems", true);
  }

  /** A mapping of at least one hyperparameter to what {@code said} says of it. */
  private static ObjectNode hyperparameters(Function<String, ObjectNode> said) {
    ObjectNode properties = JSON.objectNode();
    for (Hyperparameter each : Hyperparameter.values()) {
      properties.set(each.key(), said.apply(each.key()));
    }
    ObjectNode mapping = mapping(properties).put("minProperties", 1);
    mapping.putObject("patternProperties").set(CUSTOM, said.apply(ANY));
    return mapping;
  }

  private static ObjectNode mapping(ObjectNode properties) {
    ObjectNode mapping = FormSchema.typed("object");
    mapping.set("properties", properties);
    return mapping.put("additionalProperties", false);
  }

  /** The section {@code path}, with the values in it that hold for all trials. */
  ObjectNode section(String path) {
    ObjectNode properties = JSON.objectNode();
    List<Key> keys = Key.in(path);
    keys.forEach(key -> properties.set(key.leaf(), key(key, null)));
    for (Hyperparameter each : Hyperparameter.values()) {
      if (each.group().section().equals(path)) {
        properties.set(each.key(), reference(each.key()));
      }
    }
    ObjectNode section = mapping(properties);
    if (path.equals(Group.MODEL.section())) {
      section.putObject("patternProperties").set(CUSTOM, reference(ANY));
    }
    List<Key> required =
        keys.stream().filter(key -> Grammar.of(key).usual() instanceof Usual.Required).toList();
    if (!required.isEmpty()) {
      ArrayNode names = section.putArray("required");
      required.forEach(key -> names.add(key.leaf()));
    }
    List<ObjectNode> rules = RulesSchema.of(path, keys);
    if (!rules.isEmpty()) {
      section.putArray("allOf").addAll(rules);
    }
    return section;
  }

  /**
   * What may be said of a hyperparameter that is searched.
   *
   * @param of null for a parameter that a network declares
   */
  private ObjectNode searched(@Nullable Hyperparameter of) {
    List<Key> keys = Key.in(PARAMETER).stream().filter(key -> exists(key, of)).toList();
    ObjectNode properties = JSON.objectNode();
    for (Key key : keys) {
      boolean own = Grammar.of(key).form() instanceof OfHyperparameters || key == Key.PARAMETER_Q;
      properties.set(key.leaf(), own ? key(key, of) : shared(key));
    }
    ObjectNode section = mapping(properties);
    List<ObjectNode> rules = RulesSchema.of(PARAMETER, keys);
    String name = "rules_of_" + keys.size() + "_keys";
    if (!definitions.has(name)) {
      definitions.putObject(name).putArray("allOf").addAll(rules);
    }
    section.putArray("allOf").add(reference(name));
    return section.put(
        "description", of == null ? "a parameter that the network declares" : of.help());
  }

  /** What is the same of all hyperparameters. */
  private ObjectNode shared(Key key) {
    if (!definitions.has(key.path())) {
      definitions.set(key.path(), key(key, null));
    }
    return reference(key.path());
  }

  /** Whether {@code key} can be said of {@code of}: no distribution gives names or flags. */
  private static boolean exists(Key key, @Nullable Hyperparameter of) {
    return of == null
        || !ParametersSection.RANGE.contains(key)
        || Arrays.stream(Distribution.values())
            .anyMatch(
                each ->
                    each.fits(of)
                        && (!Distribution.SETTINGS.contains(key) || each.settings().contains(key)));
  }

  private ObjectNode key(Key key, @Nullable Hyperparameter of) {
    Rule rule = Grammar.of(key);
    ObjectNode schema = form(rule.form(), key, of);
    if (schema.has("$ref")) {
      // What stands beside a reference does not count.
      return schema;
    }
    String usual = rule.usual().words().replace("`", "");
    schema.put(
        "description", key.help() + (usual.startsWith("required") ? "" : ". Default: " + usual));
    if (rule.usual() instanceof Usual.Same same) {
      schema.set("default", PlainJson.of(same.yaml()));
    }
    return schema;
  }

  private ObjectNode form(Form form, Key key, @Nullable Hyperparameter of) {
    if (form instanceof Form.Whole whole) {
      return FormSchema.whole(whole.min(), whole.max());
    }
    if (form instanceof Form.Single single) {
      boolean whole = key == Key.PARAMETER_Q && of != null && !isReal(of);
      return whole ? FormSchema.whole(1, Integer.MAX_VALUE) : FormSchema.of(single.legal());
    }
    if (form instanceof Form.Text text) {
      return FormSchema.text(text.pattern());
    }
    if (form instanceof Form.Listing listing) {
      return FormSchema.listing(form(listing.item(), key, of), listing.least(), listing.most());
    }
    if (form instanceof Form.Either either) {
      return FormSchema.either(either.forms().stream().map(each -> form(each, key, of)).toList());
    }
    return form instanceof Form.Section section
        ? section(section.path())
        : ofHyperparameter((OfHyperparameters) form, of);
  }

  private ObjectNode ofHyperparameter(OfHyperparameters form, @Nullable Hyperparameter of) {
    String name = of == null ? ANY : of.key();
    return switch (form) {
      case SPACE -> space();
      case VALUE, ANY_VALUE -> reference(name);
      case VALUES -> values(name);
      case BOUND -> bound(of);
      case DISTRIBUTION ->
          FormSchema.of(
              new Legal.OneOf(
                  Arrays.stream(Distribution.values())
                      .filter(each -> of == null || each.fits(of))
                      .map(Choice::name)
                      .toList()));
      case CONDITIONS -> reference("conditions");
      case CONFIGURATION -> reference("configuration");
      case DECLARATIONS -> {
        ObjectNode declarations = FormSchema.typed("object");
        declarations.set("additionalProperties", section("model.declares.*"));
        yield declarations;
      }
    };
  }

  private static ObjectNode bound(@Nullable Hyperparameter of) {
    if (of == null) {
      return FormSchema.typed("number");
    }
    return of.legal() instanceof Legal.LayerWidths
        ? FormSchema.whole(1, Legal.LayerWidths.MAX_WIDTH)
        : FormSchema.of(of.legal());
  }

  private static boolean isReal(Hyperparameter of) {
    return of.legal() instanceof Legal.RealRange;
  }

  private ObjectNode space() {
    ObjectNode properties = JSON.objectNode();
    for (Hyperparameter each : Hyperparameter.values()) {
      properties.set(each.key(), searched(each));
    }
    ObjectNode space = mapping(properties).put("minProperties", 1);
    space.putObject("patternProperties").set(CUSTOM, searched(null));
    return space;
  }
}
