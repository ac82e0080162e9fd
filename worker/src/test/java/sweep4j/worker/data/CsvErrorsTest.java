package sweep4j.worker.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;

/** A wrong table is refused with the place and the remedy; each of these could be read as data. */
class CsvErrorsTest {

  static Stream<Arguments> tables() {
    return Stream.of(
        arguments(
            "", "the file is empty. It must begin with a header line that names the columns."),
        arguments(
            "\n\n", "the file is empty. It must begin with a header line that names the columns."),
        arguments("a,y\n", "there is a header but no row after it. Add at least one example."),
        arguments(
            "width,labl\n1,2\n",
            "there is no label column \"y\". The columns are \"width\", \"labl\"."),
        arguments(
            "a;b;y\n1;2;3\n",
            "there is no label column \"y\". The columns are \"a;b;y\". Columns must be separated by"
                + " commas."),
        arguments(
            "a,Y\n1,2\n",
            "there is no label column \"y\"; did you mean \"Y\"? The columns are \"a\", \"Y\"."),
        arguments(
            "a,b,a,y\n", "line 1: columns 1 and 3 are both named \"a\". Rename or remove one."),
        arguments(
            "\n,a,y\n0,1,2\n",
            "line 2: column 1 has no name in the header. Name it, or remove it (pandas and R"
                + " write such a column for the names of rows: to_csv(..., index=False),"
                + " write.csv(..., row.names=FALSE))."),
        arguments(
            "y\n1\n",
            "there is no column besides the label \"y\". Add at least one feature column; columns"
                + " are separated by commas."),
        arguments(
            "a,y\n1,0\n2 m,1\n",
            "row 2 (line 3), column \"a\": \"2 m\" is not a number. Use plain numbers such as 3,"
                + " -0.5 or 1.2e-3; if the column holds categories, list it in"
                + " data.categorical; if it is of no use, in data.ignore."),
        // Rows and lines are counted apart: blank lines and quoted line breaks are no rows.
        arguments(
            "\na,y\n\n1,\"x\nx\"\n\n1f,x\n",
            "row 2 (line 7), column \"a\": \"1f\" is not a number. Use plain numbers such as 3,"
                + " -0.5 or 1.2e-3; if the column holds categories, list it in"
                + " data.categorical; if it is of no use, in data.ignore."),
        arguments(
            "a,y\r\n1,0\r\n\"" + "long\n".repeat(20) + "\",1\r\n",
            "row 2 (line 3), column \"a\": \"long long long long long long long lo...\" is not a"
                + " number. Use plain numbers such as 3, -0.5 or 1.2e-3; if the column holds categories, list it"
                + " in data.categorical; if it is of no use, in data.ignore."),
        arguments(
            "a,y\n1,0\n,1\n",
            "row 2 (line 3), column \"a\": the value is missing. Fill it in, remove the row, or"
                + " set data.missing: drop or mean."),
        arguments(
            "a,y\nNA,0\n",
            "row 1 (line 2), column \"a\": the value is missing (\"NA\"). Fill it in, remove"
                + " the row, or set data.missing: drop or mean."),
        arguments(
            "a,y\nNaN,0\n",
            "row 1 (line 2), column \"a\": the value is missing (\"NaN\"). Fill it in, remove"
                + " the row, or set data.missing: drop or mean."),
        arguments(
            "a,y\n-Infinity,0\n",
            "row 1 (line 2), column \"a\": \"-Infinity\" is not a finite number. Replace it, or"
                + " remove the row."),
        arguments(
            "a,y\n1e39,0\n",
            "row 1 (line 2), column \"a\": \"1e39\" is too large: values must be between -1e38 and"
                + " 1e38. Use a larger unit."),
        arguments(
            "a,y\n1,0\n1,2,3\n",
            "row 2 (line 3): it has 3 cells, but the header has 2. Look for a missing or extra"
                + " comma."),
        arguments(
            "a,b,y\n1,2,0\n1\n",
            "row 2 (line 3): it has 1 cell, but the header has 3. Look for a missing or extra"
                + " comma."),
        arguments(
            "a,y\n1,\n",
            "row 1 (line 2), column \"y\": the label is missing. Fill it in, remove the row, or"
                + " set data.missing: drop."),
        arguments(
            "a,y\n1,0\n1,\"zero\n1,0\n",
            "line 3: a quoted cell begins in this row and never ends. Close the quotes, or write"
                + " \"\" for a quote inside."),
        arguments(
            "a,y\n1,0\n1,\"zero\"x\n1,0\n",
            "line 3: text follows a quoted cell in this row. Put a comma after the closing quote,"
                + " or write \"\" for a quote inside."),
        // As R's write.csv2 and spreadsheets of half of Europe write tables.
        arguments(
            "\"a\";\"y\"\n1;0\n",
            "line 1: a semicolon follows a quoted cell in this row, but columns are separated by"
                + " commas. Write the table with commas."),
        arguments(
            "\"a\"\t\"y\"\n1\t0\n",
            "line 1: a tab follows a quoted cell in this row, but columns are separated by commas."
                + " Write the table with commas."),
        arguments(
            "a,y\n1,1\n2,1.0\n3,2\n",
            "column \"y\": \"1\" and \"1.0\" are one number written in two ways, but would be two"
                + " classes. Write it in one way."),
        arguments(
            "a,y\n1,b\n2,b\n",
            "column \"y\": every label is \"b\". Classification needs at least two classes; check"
                + " that this is the label."),
        arguments(
            "a,y\n" + "1,b\n".repeat(9) + "2,rare\n",
            "column \"y\": class \"rare\" has 1 row, but training, validation and test need at"
                + " least one each. Add examples of it, remove it, or give validation and test"
                + " files of their own."),
        arguments(
            "a,y\n1,0.5\n2,0.25\n3,0.125\n",
            "column \"y\": class \"0.125\" has 1 row, but training, validation and test need at"
                + " least one each. Add examples of it, remove it, or give validation and test"
                + " files of their own. If the label is a number to predict, set task:"
                + " regression."));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void refusesTable(String table, String problem) {
    assertProblem(Task.CLASSIFICATION, table, problem);
  }

  static Stream<Arguments> regressions() {
    return Stream.of(
        arguments(
            "a,y\n1,high\n",
            "row 1 (line 2), column \"y\": \"high\" is not a number. Use plain numbers such as 3,"
                + " -0.5 or 1.2e-3; if the label names classes, set data.task: classification."),
        arguments(
            "a,y\n1,2\n2,3\n",
            "column \"y\": it has 2 rows, but training, validation and test need at least one"
                + " each. Add examples."),
        arguments(
            "a,y\n1,3\n2,3\n3,3\n",
            "column \"y\": every label is 3.0, so there is nothing to predict. Check that this is"
                + " the label."),
        arguments(
            "a,y\n" + "1e-7,3\n2e-7,4\n".repeat(9),
            "column \"a\": its values vary by less than 2e-5, too little to be scaled"
                + " (Deeplearning4j's normalizers take that for nothing). Use a smaller unit"
                + ", remove the column, or set scale: none."),
        arguments(
            "a,y\n" + "1,3e-7\n2,4e-7\n".repeat(9),
            "the label: its values vary by less than 2e-5, too little to be scaled"
                + " (Deeplearning4j's normalizers take that for nothing). Use a smaller unit"
                + ", remove the column, or set scale: none."));
  }

  @ParameterizedTest
  @MethodSource("regressions")
  void refusesRegression(String table, String problem) {
    assertProblem(Task.REGRESSION, table, problem);
  }

  private static void assertProblem(Task task, String table, String problem) {
    var settings = InMemory.csv(task, 0.2, 0.2, Scale.STANDARDIZE);
    assertThatThrownBy(() -> DataLoader.load(settings, 1, new InMemory().with("t.csv", table)))
        .isInstanceOf(DataException.class)
        .hasMessage("t.csv: " + problem);
  }

  @Test
  void namesTheLineThatIsNotUtf8() {
    // Far enough down that a decoder's buffer would blame another line.
    byte[] table = ("a,y\n" + "1,caf\u00e9\n".repeat(3000)).getBytes(StandardCharsets.UTF_8);
    byte[] latin = "1,caf\u00e9\n1,b\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] both = new byte[table.length + latin.length];
    System.arraycopy(table, 0, both, 0, table.length);
    System.arraycopy(latin, 0, both, table.length, latin.length);
    var settings = InMemory.csv(Task.CLASSIFICATION, 0.2, 0.2, Scale.NONE);
    assertThatThrownBy(() -> DataLoader.load(settings, 1, new InMemory().with("t.csv", both)))
        .hasMessage("t.csv: line 3002: the text is not UTF-8. Save the file as UTF-8.");
  }

  @Test
  void namesTheFileThatIsMissingOrNoFile(@TempDir Path folder) throws Exception {
    Path missing = folder.resolve("no.csv");
    assertLocal(missing, missing + ": it does not exist. Check the path.");
    assertLocal(
        folder,
        folder
            + ": no data file lies in this folder (names that begin with . or _ do not count)."
            + " Check the path.");
    Path broken = folder.resolve("broken.csv");
    byte[] packed = InMemory.gzip(("a,y\n" + "1,0\n".repeat(99)).getBytes(StandardCharsets.UTF_8));
    Files.write(broken, java.util.Arrays.copyOf(packed, packed.length - 9));
    assertLocal(broken, broken + ": its compressed data end too early. Fetch or copy it again.");
  }

  private static void assertLocal(Path path, String message) {
    var source = new DataSource.Csv(path.toString(), "y");
    var settings = InMemory.settings(source, Task.CLASSIFICATION, 0.2, 0.2, Scale.NONE);
    assertThatThrownBy(() -> DataLoader.load(settings, 1, SourceOpener.local()))
        .isInstanceOf(DataException.class)
        .hasMessage(message);
  }

  static Stream<Arguments> ownTables() {
    return Stream.of(
        arguments(
            "b,c,y\n1,2,p\n",
            "its columns must be those of the training data, in any order, but it lacks \"a\" and"
                + " it also has \"c\"."),
        arguments(
            "b,y\n1,p\n",
            "its columns must be those of the training data, in any order, but it lacks \"a\"."),
        arguments(
            "b,a,y\n1,2,p\n1,2,s\n",
            "row 2 (line 3), column \"y\": class \"s\" is not in the training data, whose classes"
                + " are \"p\", \"q\". Correct it, or add training examples of it."));
  }

  @ParameterizedTest
  @MethodSource("ownTables")
  void refusesOwnFileUnlikeTheTrainingData(String table, String problem) {
    var settings =
        new DataSettings(
            new DataSource.Csv("t.csv", "y"),
            Task.CLASSIFICATION,
            new HeldOut.Own(new DataSource.Csv("v.csv", "y")),
            new HeldOut.Share(0.5),
            Scale.NONE);
    var files = new InMemory().with("t.csv", "a,b,y\n1,2,p\n1,3,p\n2,2,q\n2,3,q\n");
    assertThatThrownBy(() -> DataLoader.load(settings, 1, files.with("v.csv", table)))
        .isInstanceOf(DataException.class)
        .hasMessage("v.csv: " + problem);
  }
}
