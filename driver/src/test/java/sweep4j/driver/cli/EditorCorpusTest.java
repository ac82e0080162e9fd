package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sweep4j.driver.config.Editor;

/**
 * The cases of {@code bad-input/} that a look at the keys of one section shows, before the schema
 * alone: prevents an editor that is silent about a slip of the pen, which then shows at the start
 * of a run. What a schema cannot say is left out: of the data and other files, of two keys
 * together, of numbers that are whole but not written so ({@code 1e3}).
 */
class EditorCorpusTest {

  private static final Pattern STRUCTURE =
      Pattern.compile(
          "unknown key| is missing: | has no value| must be (one of|a whole number from|true or false"
              + "|a number (of at least|above)|a list of|a mapping|an? [a-z ]*name)"
              + "| belongs to ");

  private static final Pattern BEYOND =
      Pattern.compile(
          " for (classification|regression)| custom\\.|\\.custom\\.|`custom\\.|the network declares"
              + "|unknown key `dropout` in search.try_first|data\\.test\\.|as many as the values"
              + "|but got (1e3|7\\.0)$|earlier/");

  static List<BadCase> cases() throws IOException {
    return BadCases.all().stream()
        .filter(each -> each.command().isEmpty())
        .filter(each -> each.arguments().size() == 2 * sets(each).size())
        // Before there are keys at all.
        .filter(each -> !each.place().startsWith("yaml."))
        .filter(EditorCorpusTest::isOfStructure)
        .toList();
  }

  private static boolean isOfStructure(BadCase bad) {
    return bad.says().stream()
        .filter(each -> each.startsWith("{folder}/" + BadCase.SWEEP) || each.startsWith("--set "))
        .anyMatch(each -> STRUCTURE.matcher(each).find() && !BEYOND.matcher(each).find());
  }

  @Test
  void thereAreMany() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(300);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theEditorSeesIt(BadCase bad, @TempDir Path folder) throws IOException {
    bad.make(folder);

    assertThat(Editor.says(folder.resolve(BadCase.SWEEP), sets(bad)))
        .as(bad.says().toString())
        .isNotEmpty();
  }

  private static List<String> sets(BadCase bad) {
    var sets = new ArrayList<String>();
    for (int i = 0; i + 1 < bad.arguments().size(); i++) {
      if (bad.arguments().get(i).equals("--set")) {
        sets.add(bad.arguments().get(i + 1));
      }
    }
    return sets;
  }
}
