package sweep4j.driver.config;

import java.util.List;
import java.util.stream.Stream;
import sweep4j.trial.Default;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Legal;

/** The keys of sweep files as tables of Markdown, a table for each section. */
public final class KeyReference {

  private static final String HEAD =
      "| key | values | default | meaning | example |\n|---|---|---|---|---|\n";

  private final StringBuilder text = new StringBuilder();

  private KeyReference() {}

  /** All sections, in the order of a sweep file. */
  public static String markdown() {
    var reference = new KeyReference();
    reference.section("The file itself", List.of(""));
    for (Key key : Key.in("")) {
      List<String> sections =
          Stream.of(Key.values())
              .map(Key::section)
              .distinct()
              .filter(each -> (each + ".").startsWith(key.path() + "."))
              .toList();
      if (!sections.isEmpty() || !hyperparameters(key.path()).isEmpty()) {
        reference.section(
            "`" + key.path() + "`", sections.isEmpty() ? List.of(key.path()) : sections);
      }
    }
    return reference.text.toString().stripTrailing() + "\n";
  }

  private void section(String title, List<String> paths) {
    text.append("### ").append(title).append("\n\n").append(HEAD);
    for (String path : paths) {
      Key.in(path).forEach(this::row);
      hyperparameters(path).forEach(each -> row(path, each));
    }
    text.append('\n');
  }

  private static List<Hyperparameter> hyperparameters(String section) {
    return Stream.of(Hyperparameter.values())
        .filter(each -> each.group().section().equals(section))
        .toList();
  }

  private void row(Key key) {
    Rule rule = Grammar.of(key);
    row(
        key.path().replace("*", "NAME"),
        rule.form().words(),
        rule.usual().words(),
        key.help() + beside(key),
        rule.example());
  }

  /** Beside which values of another key it may stand. */
  private static String beside(Key key) {
    return Ownership.ALL.stream()
        .filter(each -> each.owners().containsKey(key))
        .map(
            each ->
                "; with `%s` %s"
                    .formatted(
                        each.chooser().leaf(),
                        String.join(", ", each.owners().getOrDefault(key, List.of()))))
        .findFirst()
        .orElse("");
  }

  private void row(String section, Hyperparameter each) {
    row(
        section + "." + each.key(),
        each.legal().brief(),
        each.defaultValue().words(),
        each.help(),
        "`parameters: {" + each.key() + ": " + search(each) + "}`");
  }

  private void row(String key, String values, String usual, String meaning, String example) {
    String yaml = example.startsWith("`") ? example : "`" + example + "`";
    text.append(
        "| `%s` | %s | %s | %s | %s |\n"
            .formatted(key, cell(values), cell(usual), cell(meaning), cell(yaml)));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  /** How the hyperparameter may be searched. */
  static String search(Hyperparameter of) {
    Legal legal = of.legal();
    if (legal instanceof Legal.RealRange range) {
      return real(range);
    }
    if (legal instanceof Legal.WholeRange range) {
      int usual =
          of.defaultValue() instanceof Default.Constant constant
              ? Integer.parseInt(constant.words())
              : range.min();
      return "{values: [%d, %d]}".formatted(usual, Math.min(2 * usual, range.max()));
    }
    if (legal instanceof Legal.OneOf some) {
      return "{values: [%s, %s]}".formatted(some.names().get(0), some.names().get(1));
    }
    return legal instanceof Legal.Switch ? "{values: [false, true]}" : "{values: [32, [64, 32]]}";
  }

  /** Of numbers that may be as large as you like, the order of magnitude is what counts. */
  private static String real(Legal.RealRange range) {
    return range.max() >= Legal.RealRange.MOST
        ? "{distribution: log_uniform, min: 1.0e-5, max: 0.1}"
        : "{distribution: uniform, min: %s, max: %s}"
            .formatted(
                range.min(), range.max() > 1 ? 5.0 : range.maxIncluded() ? range.max() : 0.6);
  }
}
