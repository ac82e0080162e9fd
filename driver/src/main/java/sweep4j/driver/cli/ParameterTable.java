package sweep4j.driver.cli;

import java.util.Arrays;
import java.util.List;
import sweep4j.trial.Group;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.ModelKind;
import sweep4j.trial.Needs;
import sweep4j.trial.UsedWith;

/** The catalogue of hyperparameters, by the sections of the sweep file. */
final class ParameterTable {

  private ParameterTable() {}

  /**
   * For the terminal: of each hyperparameter a line with name, values and default, and below it
   * what it means.
   */
  static String text() {
    int names = longestKey();
    var text = new StringBuilder();
    for (Group group : Group.values()) {
      text.append(group.section()).append(":\n");
      for (Hyperparameter each : of(group)) {
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
  static String markdown() {
    var text = new StringBuilder();
    for (Group group : Group.values()) {
      text.append("| `").append(group.section()).append(":` | values | default | meaning |\n");
      text.append("|---|---|---|---|\n");
      for (Hyperparameter each : of(group)) {
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

  private static String meaning(Hyperparameter each) {
    UsedWith usedWith = each.usedWith();
    String condition = usedWith == null ? "" : " (with " + usedWith.words() + ")";
    String data = each.needs() == Needs.NOTHING ? "" : "; needs " + each.needs().words();
    boolean all = each.models().size() == ModelKind.values().length;
    String models = all ? "" : "; for model types " + ModelKind.words(each.models());
    return each.help() + condition + data + models;
  }

  private static List<Hyperparameter> of(Group group) {
    return Arrays.stream(Hyperparameter.values()).filter(each -> each.group() == group).toList();
  }

  private static int longestKey() {
    return Arrays.stream(Hyperparameter.values())
        .mapToInt(each -> each.key().length())
        .max()
        .orElse(0);
  }
}
