package sweep4j.worker.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.trial.Missing;
import sweep4j.trial.TableInputs;

/**
 * Prevents that a network is asked about other numbers than it would have been trained with: a
 * column in the place of another, a category in the place of another, another fill.
 */
class NewRowsTest {

  private static final TableInputs INPUTS =
      new TableInputs(
          "y",
          List.of("no", "yes"),
          List.of(
              new TableInputs.Column("a", List.of(), null),
              new TableInputs.Column("c", List.of("u", "v", "w"), null)),
          Missing.ERROR);

  /** Rows of the columns a, c, b, y, some of which lack a value. */
  private static List<List<String>> table(int seed) {
    var random = new SplittableRandom(seed);
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("a", "c", "b", "y"));
    for (int i = 0; i < 60; i++) {
      rows.add(
          List.of(
              i % 3 == 0 ? "NA" : String.valueOf(random.nextDouble()),
              i % 4 == 0 ? "?" : List.of("u", "v", "w, x").get(random.nextInt(3)),
              String.valueOf(random.nextInt(100)),
              i % 2 == 0 ? "p" : "q"));
    }
    return rows;
  }

  private static String csv(List<List<String>> rows, int... columns) {
    var text = new StringBuilder();
    for (List<String> row : rows) {
      for (int i = 0; i < columns.length; i++) {
        text.append(i == 0 ? "" : ",").append('"').append(row.get(columns[i])).append('"');
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** The rows as trials see them, from the file that trials read, with its columns moved about. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void givesTheInputsThatTrialsHave(int seed) throws Exception {
    List<List<String>> table = table(seed);
    PreparedData data =
        Tables.load(
            Tables.csv(Tables.categorical(Missing.MEAN, "c"), "t.csv"),
            new InMemory().with("t.csv", csv(table, 0, 1, 2, 3)));
    TableInputs inputs = Objects.requireNonNull(data.table());
    float[] values = new float[inputs.count()];

    try (NewRows rows = open(csv(table, 3, 2, 0, 1), inputs)) {
      for (int row = 0; row < 60; row++) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.copyInputs(values, 0)).isTrue();
        assertThat(values).isEqualTo(Tables.row(data.training(), row));
        assertThat(data.classNames().get(rows.classOf())).isEqualTo(table.get(row + 1).get(3));
      }
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void needsNoLabelAndLeavesOutWhatIsUnknown() throws Exception {
    try (NewRows rows = open("id,c,when,a\n7,v,noon,1.5\n", INPUTS, "id")) {
      float[] values = new float[5];

      assertThat(rows.remarks()).containsExactly("columns that it does not use: when");
      assertThat(rows.next()).isTrue();
      assertThat(rows.copyInputs(values, 1)).isTrue();
      assertThat(values).containsExactly(0, 1.5f, 0, 1, 0);
      assertThat(rows.classOf()).isEqualTo(-1);
      assertThat(rows.kept()).containsExactly("id");
      assertThat(rows.keptValues()).containsExactly("7");
    }
  }

  @Test
  void aRowMayBeWithoutALabelInAFileThatHasSome() throws Exception {
    try (NewRows rows = open("a,c,y\n1,u,yes\n2,u,\n", INPUTS)) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.classOf()).isEqualTo(1);
      assertThat(rows.next()).isTrue();
      assertThat(rows.classOf()).isEqualTo(-1);
    }
  }

  /** As in training, where such rows were left out. */
  @Test
  void aRowThatLacksAValueIsNotCompleteWhereNothingStandsForIt() throws Exception {
    var inputs = new TableInputs("y", INPUTS.classes(), INPUTS.columns(), Missing.DROP);
    try (NewRows rows = open("a,c\n1,NA\nNA,u\n2,w\n", inputs)) {
      float[] values = new float[4];
      for (boolean complete : new boolean[] {false, false, true}) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.copyInputs(values, 0)).isEqualTo(complete);
      }
      assertThat(values).containsExactly(2, 0, 0, 1);
    }
  }

  /** One such row in a million must not cost all predictions, and not pass silently either. */
  @Test
  void aCategoryThatIsNewIsTakenForAMissingValue() throws Exception {
    var filled =
        new TableInputs(
            "y",
            INPUTS.classes(),
            List.of(
                new TableInputs.Column("a", List.of(), 0.5f),
                new TableInputs.Column("c", List.of("u", "v", "w"), 1f)),
            Missing.MEAN);
    try (NewRows rows = open("a,c\n1,z\n2,zz\n3,w\n", filled)) {
      float[] values = new float[4];
      for (float[] expected : new float[][] {{1, 0, 1, 0}, {2, 0, 1, 0}, {3, 0, 0, 1}}) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.copyInputs(values, 0)).isTrue();
        assertThat(values).isEqualTo(expected);
      }
      assertThat(rows.remarks())
          .containsExactly(
              "categories that no training row had, taken for missing values: 2 (the first: row 1 (line 2), column \"c\": \"z\")");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NA,u,no | column \"a\": the value is missing.",
        "1,z,no | column \"c\": category \"z\" is not in the training data, whose categories are \"u\", \"v\", \"w\"",
        "1,u,maybe | column \"y\": class \"maybe\" is not in the training data, whose classes are \"no\", \"yes\"",
        "1;2,u,no | column \"a\": \"1;2\" is not a number",
        "1e39,u,no | column \"a\": \"1e39\" is too large",
      })
  void saysWhereARowDoesNotFit(String row, String message) throws Exception {
    try (NewRows rows = open("a,c,y\n1,u,no\n" + row + "\n", INPUTS)) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.next()).isTrue();
      assertThatThrownBy(
              () -> {
                rows.copyInputs(new float[4], 0);
                rows.classOf();
              })
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("new.csv: row 2 (line 3), ")
          .hasMessageContaining(message);
    }
  }

  private static NewRows open(String text, TableInputs inputs, String... keep)
      throws IOException, DataException {
    return NewRows.open(
        "new.csv", false, inputs, List.of(keep), new InMemory().with("new.csv", text));
  }
}
