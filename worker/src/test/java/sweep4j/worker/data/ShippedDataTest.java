package sweep4j.worker.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;

/** The data sets of the repository, read by the loader and again by the plainest code there is. */
class ShippedDataTest {
  static final Path FOLDER = Path.of("../sweeps/data");

  static PreparedData load(String file, String label, Task task, Scale scale) throws DataException {
    var source = new DataSource.Csv(FOLDER.resolve(file).toString(), label);
    return DataLoader.load(
        InMemory.settings(source, task, 0.15, 0.15, scale), 42, SourceOpener.local());
  }

  @Test
  void digits() throws Exception {
    PreparedData data = load("digits.csv", "label", Task.CLASSIFICATION, Scale.NONE);
    assertThat(data.inputWidth()).isEqualTo(64);
    assertThat(data.outputWidth()).isEqualTo(10);
    assertThat(data.classNames()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    assertEveryCell("digits.csv", data, 1797);
  }

  @Test
  void breastCancer() throws Exception {
    PreparedData data = load("breast_cancer.csv", "diagnosis", Task.CLASSIFICATION, Scale.NONE);
    assertThat(data.classNames()).containsExactly("benign", "malignant");
    assertEveryCell("breast_cancer.csv", data, 569);
  }

  @Test
  void concrete() throws Exception {
    PreparedData data = load("concrete.csv", "compressive_strength", Task.REGRESSION, Scale.NONE);
    assertThat(data.classNames()).isEmpty();
    assertThat(data.outputWidth()).isEqualTo(1);
    assertThat(data.featureNames()).startsWith("cement").endsWith("age");
    assertEveryCell("concrete.csv", data, 1030);
  }

  /** Relies on the label being the last column and on no quotes, as these files have it. */
  private static void assertEveryCell(String file, PreparedData data, int rows) throws Exception {
    List<String> lines = Files.readAllLines(FOLDER.resolve(file));
    Examples examples = data.training().examples();
    assertThat(examples.rows()).isEqualTo(rows).isEqualTo(lines.size() - 1);
    float[] values = new float[data.inputWidth()];
    for (int row = 0; row < rows; row++) {
      List<String> cells = List.of(lines.get(row + 1).split(",", -1));
      examples.features().copyRow(row, values, 0);
      for (int column = 0; column < values.length; column++) {
        assertThat(values[column]).isEqualTo(Float.parseFloat(cells.get(column)));
      }
      String label = cells.get(values.length);
      if (examples.labels() instanceof Labels.Classes classes) {
        assertThat(data.classNames().get(classes.of(row))).isEqualTo(label);
      } else if (examples.labels() instanceof Labels.Targets targets) {
        assertThat(targets.of(row)).isEqualTo(Float.parseFloat(label));
      }
    }
  }

  /** How a table is written must not matter: spreadsheets add quotes, BOMs and carriage returns. */
  @Test
  void sameTableWrittenInAnotherWayIsTheSame() throws Exception {
    var settings = InMemory.csv(Task.CLASSIFICATION, 0.2, 0.2, Scale.STANDARDIZE);
    String rows = "1,2.5,x\n-3,40,y\n0.5,1,x\n2,2,y\n7,1,x\n8,3,y\n";
    var plain = DataLoader.load(settings, 1, new InMemory().with("t.csv", "a,b,y\n" + rows));
    String other =
        """

        "a", b ,"y"

        1.0,2.5,"x"
        -3e0,4E1, y
        +.5,"1",x
        2,2,y
        7,1,x
        8,3,y

        """;
    other = '\uFEFF' + other.replace("\n", "\r\n");
    var written = DataLoader.load(settings, 1, new InMemory().with("t.csv", other));
    assertThat(written.contentHash()).isEqualTo(plain.contentHash()).hasSize(64);
    assertThat(written.featureNames()).containsExactly("a", "b");
    var packed = InMemory.gzip(("a,b,y\n" + rows).getBytes(StandardCharsets.UTF_8));
    assertThat(DataLoader.load(settings, 1, new InMemory().with("t.csv", packed)).contentHash())
        .isEqualTo(plain.contentHash());
  }

  /** A resumed sweep compares hashes: any change of the data that could move a score must show. */
  @Test
  void hashShowsEveryChange() throws Exception {
    String table = "a,b,y\n1,2,x\n3,4,z\n5,6,x\n7,8,z\n9,0,x\n1,1,z\n5,5,x\n6,6,z\n";
    List<String> changed =
        List.of(
            table.replace("9,0", "9,0.5"),
            table.replace("9,0,x", "9,0,z"),
            table.replace("a,b", "a,c"),
            table.replace("z", "zz"),
            table.replace("1,2,x\n3,4,z", "3,4,z\n1,2,x"),
            table + "1,1,z\n");
    String hash = hash(table);
    assertThat(hash(table)).isEqualTo(hash);
    for (String other : changed) {
      assertThat(hash(other)).isNotEqualTo(hash);
    }
  }

  private static String hash(String table) throws DataException {
    var settings = InMemory.csv(Task.CLASSIFICATION, 0.3, 0.3, Scale.NONE);
    return DataLoader.load(settings, 1, new InMemory().with("t.csv", table)).contentHash();
  }

  @Test
  void classesThatAreAllNumbersAreInNumericOrder() throws Exception {
    var settings = InMemory.csv(Task.CLASSIFICATION, 0.3, 0.3, Scale.NONE);
    String numbers = "a,y\n" + "1,10\n1,9\n1,-2\n".repeat(3);
    assertThat(DataLoader.load(settings, 1, new InMemory().with("t.csv", numbers)).classNames())
        .containsExactly("-2", "9", "10");
    String texts = "a,y\n" + "1,10\n1,9\n1,b\n".repeat(3);
    assertThat(DataLoader.load(settings, 1, new InMemory().with("t.csv", texts)).classNames())
        .containsExactly("10", "9", "b");
  }

  /** Columns in another order must not feed one measurement's numbers to another's weights. */
  @Test
  void columnsOfOwnFilesAreMatchedByName() throws Exception {
    var files =
        new InMemory()
            .with("t.csv", "a,b,y\n1,2,p\n1,3,p\n2,2,q\n2,3,q\n")
            .with("v.csv", "class,b,a\nq,20,10\np,21,11\n");
    var settings =
        new DataSettings(
            new DataSource.Csv("t.csv", "y"),
            Task.CLASSIFICATION,
            new HeldOut.Own(new DataSource.Csv("v.csv", "class")),
            new HeldOut.Share(0.5),
            Scale.NONE);
    PreparedData data = DataLoader.load(settings, 1, files);
    Examples validation = data.validation().examples();
    float[] values = new float[2];
    validation.features().copyRow(1, values, 0);
    assertThat(values).containsExactly(11, 21);
    assertThat(((Labels.Classes) validation.labels()).of(0)).isEqualTo(1);
    assertThat(((Labels.Classes) validation.labels()).of(1)).isEqualTo(0);
    assertThat(data.validation().size()).isEqualTo(2);
    assertThat(data.training().size()).isEqualTo(2);
    assertThat(data.test().size()).isEqualTo(2);
  }
}
