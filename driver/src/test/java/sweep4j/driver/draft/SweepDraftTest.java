package sweep4j.driver.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.driver.config.Editor;
import sweep4j.driver.config.Lookups;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.config.SweepFileReader;
import sweep4j.driver.config.SweepSchema;
import sweep4j.trial.DataSource;
import sweep4j.trial.Missing;
import sweep4j.trial.Task;
import sweep4j.worker.data.DataException;
import sweep4j.worker.data.TableProfile;

/**
 * Prevents a first sweep that learns rows by their numbers, takes amounts for classes, or is
 * refused by the reader that it was drafted for.
 */
class SweepDraftTest {

  private static TableProfile profile(String header, int rows, IntFunction<String> row)
      throws DataException {
    String text =
        IntStream.range(0, rows)
            .mapToObj(row)
            .collect(Collectors.joining("\n", header + "\n", "\n"));
    return TableProfile.of(
        "t.csv",
        false,
        location -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static SweepDraft draft(String header, int rows, IntFunction<String> row)
      throws DataException {
    return SweepDraft.of(profile(header, rows, row), null);
  }

  /** What the file says, as the reader of sweep files understands it. */
  private static DataSource.Table read(SweepDraft draft) throws Exception {
    return (DataSource.Table) sweep(draft).data().source();
  }

  private static SweepDefinition sweep(SweepDraft draft) throws Exception {
    String text = DraftText.of(draft, "t", "data/t.csv", false);
    assertThat(text).startsWith(SweepSchema.FIRST_LINE + "\n");
    assertThat(Editor.says(text, List.of())).isEmpty();
    return SweepFileReader.readText(Path.of("t.yaml"), text, Lookups.none());
  }

  @Test
  void leavesOutWhatCannotBeLearnedFrom() throws Exception {
    SweepDraft draft =
        draft(
            "n,user_id,constant,empty,mostly,slip,late,kinds,free,town,x,y",
            200,
            i ->
                "%d,%d,7,,%s,%s,%s,kind %d,text %d,%s,%s,%s"
                    .formatted(
                        i + 5,
                        1000 + 3 * i,
                        i % 3 == 0 ? String.valueOf(i) : "NA",
                        i == 17 ? "12;5" : String.valueOf(i * i % 31),
                        i % 3 == 0 ? "n/a" : String.valueOf(i * i),
                        i % 50,
                        i,
                        i % 2 == 0 ? "Aix" : "Bath",
                        Math.sin(i),
                        i % 3 == 0 ? "p" : "q"));

    assertThat(draft.leftOut())
        .containsExactly(
            Map.entry("n", "it counts the rows"),
            Map.entry("user_id", "it numbers the rows"),
            Map.entry("constant", "all its values are the same"),
            Map.entry("empty", "no row has a value"),
            Map.entry("mostly", "133 of 200 rows have no value"),
            Map.entry(
                "slip",
                "it holds numbers, but row 18 (line 19) has \"12;5\"; correct that to use it"),
            Map.entry(
                "late",
                "it holds numbers, but row 1 (line 2) has \"n/a\"; correct 67 such rows to use it"),
            Map.entry(
                "kinds",
                "50 different texts in 200 rows; if they are categories, list it in categorical"),
            Map.entry("free", "200 different texts in 200 rows"));
    DataSource.Table table = read(draft);
    assertThat(table.columns().ignored()).hasSize(9);
    assertThat(table.columns().categorical()).containsExactly("town");
    assertThat(table.columns().missing()).isEqualTo(Missing.MEAN);
    assertThat(draft.inputs()).isEqualTo(3);
  }

  @Test
  void aMeasurementThatRisesIsKept() throws Exception {
    SweepDraft draft = draft("age,time,y", 50, i -> "%d,%s,%d".formatted(2 * i, i * 0.1, i % 2));

    assertThat(draft.leftOut()).isEmpty();
  }

  /** A year that rises by one, or a town with many others, may be all that a table has. */
  @Test
  void usesWhatMayNameRowsWhereThereIsNothingElse() throws Exception {
    SweepDraft years = draft("year,y", 50, i -> "%d,%s".formatted(1950 + i, Math.sin(i)));
    SweepDraft towns = draft("town,y", 60, i -> "town %d,%s".formatted(i % 15, Math.sin(i)));

    assertThat(read(years).columns().ignored()).isEmpty();
    assertThat(years.lines()).contains("used, as there is no other: year (it counts the rows)");
    assertThat(read(towns).columns().categorical()).containsExactly("town");
    assertThat(towns.lines())
        .contains("used, as there is no other: town (15 different texts in 60 rows)");
    assertThatThrownBy(() -> draft("id,y", 50, i -> "%d,%s".formatted(i, Math.sin(i))))
        .hasMessageContaining("id: it counts the rows");
  }

  @Test
  void textsAndFewWholeNumbersAreClassesAndOtherNumbersAreAmounts() throws Exception {
    assertThat(task(i -> i % 2 == 0 ? "red" : "blue")).isEqualTo(Task.CLASSIFICATION);
    assertThat(task(i -> String.valueOf(i % 10))).isEqualTo(Task.CLASSIFICATION);
    assertThat(task(i -> i % 2 == 0 ? "1.0" : "0.0")).isEqualTo(Task.CLASSIFICATION);
    assertThat(task(i -> String.valueOf(i % 30))).isEqualTo(Task.REGRESSION);
    assertThat(task(i -> String.valueOf(i % 5 * 0.5))).isEqualTo(Task.REGRESSION);
    // No class of a single row can be in three splits.
    assertThat(task(i -> i == 3 ? "9" : String.valueOf(i % 3))).isEqualTo(Task.REGRESSION);
  }

  private static Task task(IntFunction<String> label) throws Exception {
    SweepDraft draft = draft("x,z", 120, i -> Math.cos(i) + "," + label.apply(i));
    assertThat(sweep(draft).data().task()).isEqualTo(draft.label().task());
    return draft.label().task();
  }

  @Test
  void theLabelIsToldOrUsualOrLast() throws Exception {
    TableProfile table =
        profile("a,Target,z", 30, i -> "%s,%d,%d".formatted(Math.sin(i), i % 2, i % 3));

    assertThat(SweepDraft.of(table, "z").label().column().name()).isEqualTo("z");
    assertThat(SweepDraft.of(table, null).label().column().name()).isEqualTo("Target");
    assertThat(draft("a,b", 30, i -> i * i + "," + i % 2).label().column().name()).isEqualTo("b");
  }

  /** Else one new category in a million rows would cost all predictions. */
  @Test
  void numbersAloneMayNotLackValuesButCategoriesMayBeNew() throws Exception {
    assertThat(read(draft("x,y", 60, i -> Math.sin(i) + "," + i % 2)).columns().missing())
        .isEqualTo(Missing.ERROR);
    assertThat(
            read(draft("x,y", 60, i -> (i % 3 == 0 ? "u" : "v") + "," + i % 2)).columns().missing())
        .isEqualTo(Missing.MEAN);
  }

  @Test
  void missingValuesAreFilledButForALabelThatIsMissing() throws Exception {
    assertThat(
            read(draft("x,y", 60, i -> (i % 9 == 0 ? "?" : Math.sin(i)) + "," + i % 2))
                .columns()
                .missing())
        .isEqualTo(Missing.MEAN);
    assertThat(
            read(draft("x,y", 60, i -> Math.sin(i) + "," + (i % 9 == 0 ? "" : "" + i % 2)))
                .columns()
                .missing())
        .isEqualTo(Missing.DROP);
  }

  /** Names that YAML would take for something else, or that would end a comment. */
  @ParameterizedTest
  @ValueSource(
      strings = {"yes", "a: b", "# c", "1e3", "{x}", "\"\"q\"\"", "two\nlines", "=1+1", "ü\u2028"})
  void anyNameIsWrittenSoThatItIsReadAgain(String name) throws Exception {
    String quoted = "\"" + name + "\"";
    SweepDraft draft =
        draft(
            quoted + ",\"id " + name + "\",c" + quoted.substring(1, 2) + "x,y",
            60,
            i -> (i % 2 == 0 ? "u" : "v") + ",same," + Math.sin(i) + "," + i % 2);

    DataSource.Table table = read(draft);

    String plain = name.replace("\"\"", "\"");
    assertThat(table.columns().categorical()).containsExactly(plain);
    assertThat(table.columns().ignored()).containsExactly("id " + plain);
  }

  @Test
  void moreRowsBearALargerNetworkAndNoBatchIsMostOfAnEpoch() {
    assertThat(
            List.of(100, 1_000, 10_000, 1_000_000).stream()
                .map(rows -> Size.of(rows).hiddenUnits()))
        .containsExactly(List.of(16), List.of(64, 32), List.of(128, 64), List.of(256, 128));
    assertThat(Size.of(100).batchSizes()).containsExactly(8, 16);
    assertThat(Size.of(1_000).batchSizes()).containsExactly(8, 16, 32, 64);
    assertThat(Size.of(1_000_000).batchSizes()).containsExactly(64, 128, 256, 512);
  }
}
