package sweep4j.driver.cli;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Catalogue;
import sweep4j.trial.Group;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.ModelKind;
import sweep4j.trial.Needs;
import sweep4j.trial.OwnNetwork;
import sweep4j.trial.Tunable;
import sweep4j.trial.UsedWith;

/**
 * What a sweep may vary or fix, by the sections of the sweep file: all that the catalogue has, or
 * what a user's own network heeds.
 */
final class ParameterTable {
  private final @Nullable OwnNetwork model;

  private ParameterTable(@Nullable OwnNetwork model) {
    this.model = model;
  }

  /**
   * For the terminal: of each hyperparameter a line with name, values and default, and below it
   * what it means.
   */
  static String text(@Nullable OwnNetwork model) {
    return new ParameterTable(model).plain();
  }

  private String plain() {
    int names = longestKey();
    var text = new StringBuilder();
    for (Group group : Group.values()) {
      text.append(group.section()).append(":\n");
      for (Tunable each : of(group)) {
        text.append("  ")
            .append(each.key())
            .append(" ".repeat(names - each.key().length() + 2))
            .append(each.legal().brief())
            .append("; default: ")
            .append(each.defaultValue().words())
            .append("\n      ")
            .append(meaning(each))
            .append('\n');
      }
      text.append('\n');
    }
    return text.toString().stripTrailing() + "\n";
  }

  /** For the documentation: one table for each section. */
  static String markdown(@Nullable OwnNetwork model) {
    return new ParameterTable(model).tables();
  }

  private String tables() {
    var text = new StringBuilder();
    for (Group group : Group.values()) {
      text.append("| `").append(group.section()).append(":` | values | default | meaning |\n");
      text.append("|---|---|---|---|\n");
      for (Tunable each : of(group)) {
        text.append("| `")
            .append(each.key())
            .append("` | ")
            .append(each.legal().brief())
            .append(" | ")
            .append(each.defaultValue().words())
            .append(" | ")
            .append(meaning(each))
            .append(" |\n");
      }
      text.append('\n');
    }
    return text.toString().stripTrailing() + "\n";
  }

  private static String meaning(Tunable each) {
    UsedWith usedWith = each.usedWith();
    String condition = usedWith == null ? "" : " (with " + usedWith.words() + ")";
    String data = each.needs() == Needs.NOTHING ? "" : "; needs " + each.needs().words();
    boolean some =
        each instanceof Hyperparameter standard
            && standard.models().size() < ModelKind.values().length;
    String models =
        some ? "; for model types " + ModelKind.words(((Hyperparameter) each).models()) : "";
    return each.help() + condition + data + models;
  }

  private List<Tunable> of(Group group) {
    return all().filter(each -> each.group() == group).toList();
  }

  private int longestKey() {
    return all().mapToInt(each -> each.key().length()).max().orElse(0);
  }

  private Stream<Tunable> all() {
    return model == null
        ? Catalogue.standard().all().stream()
        : model.catalogue().all().stream().filter(model::uses);
  }
}
