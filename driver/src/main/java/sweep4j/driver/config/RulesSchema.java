package sweep4j.driver.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import sweep4j.trial.Legal;
import sweep4j.trial.Metric;

/** What must hold of the keys of a section together, in the words of JSON Schema, draft 7. */
final class RulesSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private RulesSchema() {}

  /** The rules of the section {@code path}, of which {@code keys} may stand there. */
  static List<ObjectNode> of(String path, List<Key> keys) {
    var rules = new ArrayList<ObjectNode>();
    for (Ownership each : Ownership.ALL) {
      if (keys.contains(each.chooser())) {
        rules.addAll(rules(each, keys));
      }
    }
    rules.addAll(others(path, keys));
    return rules;
  }

  private static List<ObjectNode> rules(Ownership ownership, List<Key> keys) {
    var rules = new ArrayList<ObjectNode>();
    for (Key key : keys) {
      List<String> owners = ownership.owners().get(key);
      if (owners != null) {
        ObjectNode rule = when(ownership, owners);
        rule.putObject("else").putObject("properties").put(key.leaf(), false);
        rules.add(rule);
      }
      List<String> needed = ownership.needed().get(key);
      if (needed != null) {
        ObjectNode rule = when(ownership, needed);
        ((ObjectNode) rule.get("if")).putArray("required").add(ownership.chooser().leaf());
        rule.putObject("then").putArray("required").add(key.leaf());
        rules.add(rule);
      }
    }
    return rules;
  }

  /** Where the chooser's value is among {@code names}. */
  private static ObjectNode when(Ownership ownership, List<String> names) {
    ObjectNode rule = JSON.objectNode();
    ObjectNode condition = rule.putObject("if");
    ObjectNode chooser = condition.putObject("properties");
    chooser.set(ownership.chooser().leaf(), FormSchema.of(new Legal.OneOf(names)));
    if (!names.contains(ownership.usual())) {
      condition.putArray("required").add(ownership.chooser().leaf());
    }
    return rule;
  }

  /** What else must be true of the keys of a section together. */
  private static List<ObjectNode> others(String path, List<Key> keys) {
    return switch (path) {
      case "data.*" ->
          List.of(
              oneOf(Key.HELD_OUT_PATH, Key.HELD_OUT_IMAGES),
              together(Map.of(Key.HELD_OUT_IMAGES, List.of(Key.HELD_OUT_LABELS))),
              together(Map.of(Key.HELD_OUT_LABELS, List.of(Key.HELD_OUT_IMAGES))));
      case "confirm" -> List.of(repeatsWithoutFolds());
      case "metric" -> Arrays.stream(Metric.values()).map(RulesSchema::goal).toList();
      case "parameters.*" -> {
        List<Key> needed = List.of(Key.PARAMETER_DISTRIBUTION);
        var rules = new ArrayList<ObjectNode>();
        boolean range = keys.contains(Key.PARAMETER_DISTRIBUTION);
        rules.add(
            range
                ? oneOf(Key.PARAMETER_DISTRIBUTION, Key.PARAMETER_VALUES, Key.PARAMETER_VALUE)
                : oneOf(Key.PARAMETER_VALUES, Key.PARAMETER_VALUE));
        if (range) {
          rules.add(
              together(
                  Map.of(
                      Key.PARAMETER_DISTRIBUTION, List.of(Key.PARAMETER_MIN, Key.PARAMETER_MAX))));
          rules.add(together(Map.of(Key.PARAMETER_MIN, needed)));
          rules.add(together(Map.of(Key.PARAMETER_MAX, needed)));
          rules.add(aboveZero());
        }
        rules.add(together(Map.of(Key.PARAMETER_WEIGHTS, List.of(Key.PARAMETER_VALUES))));
        rules.add(together(Map.of(Key.PARAMETER_ORDERED, List.of(Key.PARAMETER_VALUES))));
        yield rules;
      }
      default -> List.of();
    };
  }

  private static ObjectNode oneOf(Key... keys) {
    ObjectNode rule = JSON.objectNode();
    ArrayNode forms = rule.putArray("oneOf");
    for (Key key : keys) {
      forms.addObject().putArray("required").add(key.leaf());
    }
    return rule;
  }

  /** Where a key stands, those that it needs must stand too. */
  private static ObjectNode together(Map<Key, List<Key>> needs) {
    ObjectNode rule = JSON.objectNode();
    ObjectNode dependencies = rule.putObject("dependencies");
    needs.forEach(
        (key, others) -> {
          ArrayNode names = dependencies.putArray(key.leaf());
          others.forEach(each -> names.add(each.leaf()));
        });
    return rule;
  }

  /** A logarithm begins above 0. */
  private static ObjectNode aboveZero() {
    var chooser = new Ownership(Key.PARAMETER_DISTRIBUTION, "", Map.of(), Map.of());
    List<String> logs =
        Arrays.stream(Distribution.values()).filter(Distribution::log).map(Choice::name).toList();
    ObjectNode rule = when(chooser, logs);
    rule.putObject("then")
        .putObject("properties")
        .putObject(Key.PARAMETER_MIN.leaf())
        .put("exclusiveMinimum", 0);
    return rule;
  }

  /** Each is a fold of its own then, of which a spread takes two. */
  private static ObjectNode repeatsWithoutFolds() {
    ObjectNode rule = JSON.objectNode();
    rule.putObject("if").putArray("required").add(Key.CONFIRM_FOLDS.leaf());
    rule.putObject("else")
        .putObject("properties")
        .putObject(Key.CONFIRM_REPEATS.leaf())
        .put("minimum", ConfirmPlan.leastRepeats(false));
    return rule;
  }

  private static ObjectNode goal(Metric metric) {
    var chooser = new Ownership(Key.METRIC_NAME, Metric.VALIDATION_LOSS.key(), Map.of(), Map.of());
    ObjectNode rule = when(chooser, List.of(metric.key()));
    rule.putObject("then")
        .putObject("properties")
        .putObject(Key.METRIC_GOAL.leaf())
        .put("const", Choice.name(metric.goal()));
    return rule;
  }
}
