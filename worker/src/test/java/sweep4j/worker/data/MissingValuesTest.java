package sweep4j.worker.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.trial.DataSource;
import sweep4j.trial.Missing;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;

/** Prevents that a missing value trains as a number nobody measured, or tells of held-out rows. */
class MissingValuesTest {

  private static DataSource.Csv source(Missing missing) {
    return Tables.csv(Tables.categorical(missing, "c"), "t.csv");
  }

  /** 60 rows, of which every third lacks a number and every fourth a category. */
  private static String table(int seed) {
    var random = new SplittableRandom(seed);
    var table = new StringBuilder("a,c,y\n");
    for (int i = 0; i < 60; i++) {
      table
          .append(i % 3 == 0 ? "NA" : random.nextInt(1000))
          .append(i % 4 == 0 ? ",?," : random.nextInt(3) == 0 ? ",u," : ",v,")
          .append(i % 2 == 0 ? "p\n" : "q\n");
    }
    return table.toString();
  }

  /** The mean by the plainest code there is; held-out rows differ from training rows. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void fillsWithTheMeanOfTrainingRowsAlone(int seed) throws Exception {
    String table = table(seed);
    PreparedData data = Tables.load(source(Missing.MEAN), new InMemory().with("t.csv", table));
    String[] lines = table.split("\n", -1);
    double sum = 0;
    int count = 0;
    for (int row : data.training().rows()) {
      String cell = lines[row + 1].split(",", -1)[0];
      if (!cell.equals("NA")) {
        sum += Double.parseDouble(cell);
        count++;
      }
    }
    assertThat(Tables.row(data.training(), 0)[0]).isEqualTo((float) (sum / count));
    // 20 numbers and 15 categories.
    assertThat(data.remarks())
        .containsExactly(
            "t.csv: 35 missing values filled by means and most frequent categories of the 24"
                + " training rows");
  }

  /** Whatever stands in held-out rows, the training rows and their fills must stay as they are. */
  @Test
  void heldOutRowsTellNothing() throws Exception {
    String table = table(1);
    var files = new InMemory().with("t.csv", table).with("v.csv", "a,c,y\n5,u,p\n,u,q\n6,u,p\n");
    var own = Tables.csv(source(Missing.MEAN).columns(), "v.csv");
    PreparedData data = Tables.load(source(Missing.MEAN), own, files);
    float[] before = Tables.row(data.training(), 0);
    // The fill of the own file is the training rows', though its own most frequent level is u.
    assertThat(Tables.row(data.validation(), 1)[0]).isEqualTo(before[0]);

    String[] lines = table.split("\n", -1);
    for (int row : data.test().rows()) {
      lines[row + 1] = lines[row + 1].replaceFirst("^\\d+,.", "999999,u");
    }
    files.with("t.csv", String.join("\n", lines)).with("v.csv", "a,c,y\n-8e5,v,p\n,v,q\n");
    PreparedData changed = Tables.load(source(Missing.MEAN), own, files);
    assertThat(changed.training().rows()).isEqualTo(data.training().rows());
    assertThat(Tables.row(changed.training(), 0)).isEqualTo(before);
    assertThat(changed.contentHash()).isNotEqualTo(data.contentHash());
  }

  @Test
  void fillsCategoriesWithTheMostFrequent() throws Exception {
    String table = "a,c,y\n" + "1,u,p\n1,v,q\n1,v,p\n1,v,q\n".repeat(9) + ",,p\n";
    PreparedData data = Tables.load(source(Missing.MEAN), new InMemory().with("t.csv", table));
    assertThat(Tables.row(data.training(), 36)).containsExactly(1, 0, 1);
  }

  @Test
  void dropsRowsAndSaysHowMany() throws Exception {
    String table = "a,c,y\n" + "1,u,p\n2,v,q\n".repeat(9) + "3,u,NaN\nnull,v,q\n4,NA,p\n";
    PreparedData data = Tables.load(source(Missing.DROP), new InMemory().with("t.csv", table));
    assertThat(data.training().examples().rows()).isEqualTo(18);
    assertThat(data.remarks())
        .containsExactly("t.csv: 3 of 21 rows left out because of missing values");
    assertThat(data.classNames()).containsExactly("p", "q");
  }

  @Test
  void dropsRowsOfARegression() throws Exception {
    String table = "a,c,y\n" + "1,u,1\n2,v,2\n".repeat(9) + "3,u,?\n";
    var settings =
        InMemory.settings(source(Missing.DROP), Task.REGRESSION, 0.2, 0.2, Scale.STANDARDIZE);
    PreparedData data = DataLoader.load(settings, 1, new InMemory().with("t.csv", table));
    assertThat(data.training().examples().rows()).isEqualTo(18);
  }

  @Test
  void refusesWhatItCannotFill() {
    assertProblem(
        Missing.MEAN,
        "a,c,y\n1,u,p\n1,u,\n",
        "t.csv: row 2 (line 3), column \"y\": the label is missing. Fill it in, remove the row, or"
            + " set data.missing: drop.");
    assertProblem(
        Missing.MEAN,
        "a,c,y\n" + ",u,p\n,u,q\n".repeat(9),
        "t.csv: column \"y\": column \"a\" has no value in any training row, so nothing can stand"
            + " for the missing ones. Leave it out (data.ignore).");
    assertProblem(
        Missing.MEAN,
        "a,c,y\n" + "1,,p\n2,,q\n".repeat(9),
        "t.csv: column \"c\": it has no value in any row. Leave it out (data.ignore).");
    assertProblem(
        Missing.DROP,
        "a,c,y\n1,,p\n,u,p\n",
        "t.csv: every row lacks a value, and data.missing is drop. Leave the columns that lack"
            + " most out (data.ignore), or set data.missing: mean.");
    assertProblem(
        Missing.ERROR,
        "a,c,y\n1,u,p\n1,?,p\n",
        "t.csv: row 2 (line 3), column \"c\": the value is missing (\"?\"). Fill it in, remove the"
            + " row, or set data.missing: drop or mean.");
    assertProblem(
        Missing.DROP,
        "a,c,y\nnone,u,p\n",
        "t.csv: row 1 (line 2), column \"a\": \"none\" is not a number. If it marks a missing"
            + " value, write NA, and set data.missing: drop or mean.");
  }

  private static void assertProblem(Missing missing, String table, String message) {
    assertThatThrownBy(() -> Tables.load(source(missing), new InMemory().with("t.csv", table)))
        .isInstanceOf(DataException.class)
        .hasMessage(message);
  }
}
