package sweep4j.worker.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.trial.DataSource;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;

/** Prevents that a value lands in another column, or a class is taken for two. */
class LibsvmReaderTest {
  private static final String TEXT =
      """
      # a comment
      +1 1:0.5 3:2 # another
      -1 2:-1e1

      1\t4:4  \r
      -1
      1 1:1 2:0 4:3
      -1 3:1
      """;
  private static final DataSource.Libsvm SOURCE = libsvm(0, "t");

  private static DataSource.Libsvm libsvm(int columns, String... locations) {
    return new DataSource.Libsvm(List.of(locations), columns);
  }

  @Test
  void readsWhatIsThereAndZeros() throws Exception {
    PreparedData data = Tables.load(SOURCE, new InMemory().with("t", TEXT));
    assertThat(data.featureNames()).containsExactly("1", "2", "3", "4");
    assertThat(data.classNames()).containsExactly("-1", "1");
    Subset any = data.training();
    assertThat(Tables.row(any, 0)).containsExactly(0.5f, 0, 2, 0);
    assertThat(Tables.row(any, 1)).containsExactly(0, -10, 0, 0);
    assertThat(Tables.row(any, 2)).containsExactly(0, 0, 0, 4);
    assertThat(Tables.row(any, 3)).containsExactly(0, 0, 0, 0);
    assertThat(Tables.row(any, 4)).containsExactly(1, 0, 0, 3);
    var classes = (Labels.Classes) any.examples().labels();
    assertThat(List.of(classes.of(0), classes.of(1), classes.of(2))).containsExactly(1, 0, 1);
  }

  /** A row must not keep what another row left in the buffer. */
  @Test
  void aRowClearsItsBuffer() throws Exception {
    PreparedData data = Tables.load(SOURCE, new InMemory().with("t", TEXT));
    float[] used = {9, 9, 9, 9, 9, 9};
    data.training().examples().features().copyRow(1, used, 1);
    assertThat(used).containsExactly(9, 0, -10, 0, 0, 9);
  }

  @Test
  void columnsSetTheWidth() throws Exception {
    var files = new InMemory().with("t", TEXT).with("v", "1 6:1\n-1 1:1\n");
    assertThat(Tables.load(libsvm(6, "t"), files).inputWidth()).isEqualTo(6);
    PreparedData data = Tables.load(libsvm(6, "t"), libsvm(6, "v"), files);
    assertThat(Tables.row(data.validation(), 0)).containsExactly(0, 0, 0, 0, 0, 1);
    assertThatThrownBy(() -> Tables.load(SOURCE, libsvm(0, "v"), files))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "v: line 1: it has a column 6, but the training data have 4. Set data.columns: 6 (or"
                + " more) to make room for it, or correct the line.");
  }

  /** The same numbers as a table; sums over other orders differ in the last bits of a double. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void scalesAsATableOfTheSameNumbers(int seed) throws Exception {
    var random = new SplittableRandom(seed);
    var sparse = new StringBuilder();
    var table = new StringBuilder("a,b,c,y\n");
    for (int row = 0; row < 50; row++) {
      int label = row % 2;
      sparse.append(label);
      for (int column = 1; column <= 3; column++) {
        // The third column has a value, above zero, in each row.
        int value = column == 3 ? 1 + random.nextInt(9) : Math.max(0, random.nextInt(-20, 9));
        if (value != 0) {
          sparse.append(' ').append(column).append(':').append(value);
        }
        table.append(value).append(',');
      }
      sparse.append('\n');
      table.append(label).append('\n');
    }
    var files = new InMemory().with("s", sparse.toString()).with("t.csv", table.toString());
    for (Scale scale : Scale.values()) {
      var asTable = InMemory.csv(Task.CLASSIFICATION, 0.2, 0.2, scale);
      var asSparse = InMemory.settings(libsvm(0, "s"), Task.CLASSIFICATION, 0.2, 0.2, scale);
      float[] one = {1, 2, 3};
      float[] other = one.clone();
      DataLoader.load(asTable, 1, files).scaling().apply(one);
      DataLoader.load(asSparse, 1, files).scaling().apply(other);
      assertThat(other).containsExactly(one, within(1e-6f));
    }
  }

  @Test
  void readsTargets() throws Exception {
    String text = "1.5 1:1\n-2 1:2\n3e2 1:3\n4 2:1\n";
    var settings = InMemory.settings(SOURCE, Task.REGRESSION, 0.3, 0.3, Scale.NONE);
    PreparedData data = DataLoader.load(settings, 1, new InMemory().with("t", text));
    var targets = (Labels.Targets) data.training().examples().labels();
    assertThat(targets.of(0)).isEqualTo(1.5f);
    assertThat(targets.of(2)).isEqualTo(300f);
  }

  @Test
  void theHashShowsEveryChange() throws Exception {
    String hash = Tables.load(SOURCE, new InMemory().with("t", TEXT)).contentHash();
    for (String other :
        new String[] {
          TEXT.replace("3:2 ", "2:2 "),
          TEXT.replace("4:4", "4:5"),
          TEXT.replace("-1\n1 1:1", "1\n-1 1:1")
        }) {
      assertThat(Tables.load(SOURCE, new InMemory().with("t", other)).contentHash())
          .isNotEqualTo(hash);
    }
    assertThat(Tables.load(libsvm(5, "t"), new InMemory().with("t", TEXT)).contentHash())
        .isNotEqualTo(hash);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        arguments("", "t: no line has a label. Add at least one example."),
        arguments(
            "1\n2\n", "t: no line has a value, as in 1 3:0.5. Check that this is libsvm's format."),
        arguments(
            "1 1:1\n1 0:1\n",
            "t: line 2: columns are counted from 1, but it has a column 0. Add 1 to each column."),
        arguments(
            "1 3:1 2:1\n",
            "t: line 1: columns must ascend, but 2 follows 3. Sort the values of each line by their"
                + " columns."),
        arguments(
            "1 3:1 3:1\n",
            "t: line 1: columns must ascend, but 3 follows 3. Sort the values of each line by their"
                + " columns."),
        arguments(
            "1 qid:3 1:1\n",
            "t: line 1: \"qid:3\" is not column:value with a whole and a plain number, such as"
                + " 3:0.5. Correct it."),
        arguments(
            "1 1:nan\n",
            "t: line 1: \"1:nan\" is not column:value with a whole and a plain number, such as"
                + " 3:0.5. Correct it."),
        arguments(
            "1 17\n",
            "t: line 1: \"17\" is not column:value with a whole and a plain number, such as"
                + " 3:0.5. Correct it."),
        arguments(
            "1:2 2:3\n",
            "t: line 1: the line must begin with its label, but begins with \"1:2\". Write the"
                + " label first."),
        arguments(
            "1,2 2:3\n",
            "t: line 1: it has several labels, \"1,2\". Keep one: an example is of one class."),
        arguments(
            "1 99999999:3\n",
            "t: line 1: it has a column 99999999, but columns may go up to 16777216. Number them"
                + " without gaps."));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refusesLines(String text, String message) {
    assertThatThrownBy(() -> Tables.load(SOURCE, new InMemory().with("t", text)))
        .isInstanceOf(DataException.class)
        .hasMessage(message);
  }
}
