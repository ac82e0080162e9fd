package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * From a table to predictions by three commands and no edit, with rows held out that none but the
 * last command sees.
 */
class InitEndToEndTest {

  @TempDir private Path folder = Path.of("");

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private Terminal sound(String... arguments) {
    Terminal terminal = Terminal.run(arguments);
    assertThat(terminal.status()).as(terminal.err()).isZero();
    return terminal;
  }

  /** Runs the three commands; the run is kept short, and else as the file has it. */
  private double quality(String table) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("../sweeps/data", table));
    var rows = new ArrayList<>(lines.subList(1, lines.size()));
    Collections.shuffle(rows, new Random(1));
    int held = rows.size() / 5;
    write("new.csv", lines.get(0), rows.subList(0, held));
    write("table.csv", lines.get(0), rows.subList(held, rows.size()));

    Terminal init = sound("init", path("table.csv"), "--out", path("table.yaml"));
    assertThat(init.out()).contains("next: deploy/sweep run " + path("table.yaml"));
    sound(
        "run",
        path("table.yaml"),
        "--master",
        "local[2]",
        "--out",
        path("run"),
        "--quiet",
        "--trials",
        "12",
        "--set",
        "training.max_epochs=30");
    Terminal predict = sound("predict", path("run"), path("new.csv"), "--out", path("p.csv"));

    assertThat(Files.readAllLines(folder.resolve("p.csv"))).hasSize(held + 1);
    Matcher said = Pattern.compile("(?m)^(?:accuracy|rmse): ([0-9.]+)").matcher(predict.out());
    assertThat(said.find()).as(predict.out()).isTrue();
    return Double.parseDouble(said.group(1));
  }

  private void write(String name, String header, List<String> rows) throws IOException {
    var all = new ArrayList<>(List.of(header));
    all.addAll(rows);
    Files.write(folder.resolve(name), all);
  }

  /** The most frequent class is right in 63 of 100 rows; logistic regression in 97. */
  @Test
  void classes() throws IOException {
    assertThat(quality("breast_cancer.csv")).isGreaterThan(0.92);
  }

  /** The mean is wrong by 17 MPa; linear regression by 10. */
  @Test
  void numbers() throws IOException {
    assertThat(quality("concrete.csv")).isLessThan(9);
  }

  /**
   * Tables of other programs have dates and lists, which nobody who runs {@code init} can ignore.
   */
  @ParameterizedTest
  @ValueSource(strings = {"date", "time", "nested", "list"})
  void whatCannotBeReadOfParquetIsLeftOut(String kind) throws IOException {
    ParquetMade.write(folder.resolve("t.parquet"), kind);

    Terminal init = sound("init", path("t.parquet"), "--label", "kind", "--out", path("t.yaml"));

    assertThat(init.out())
        .contains("inputs: 1, from 1 columns of numbers")
        .containsPattern("left out: x \\(it is (of type|nested) .+, which cannot be read\\)\n");
    sound("validate", path("t.yaml"));
  }
}
