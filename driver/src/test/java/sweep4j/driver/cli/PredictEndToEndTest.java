package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.driver.study.RunFolder;

/**
 * Predictions of real sweeps. The held-out rows are the sweep's own test rows, so that what the run
 * itself found on them, by Deeplearning4j's distributed evaluation, is what the file must say.
 */
class PredictEndToEndTest {

  private static final Pattern QUALITY =
      Pattern.compile("(?m)^(accuracy|rmse): ([0-9.]+)  \\((\\d+) rows");

  private static final int IMAGES = 120;
  private static final int IMAGE_SIZE = 8;

  @TempDir private Path folder = Path.of("");

  /** The rows of a table of the repository, cut into {@code train.csv} and {@code new.csv}. */
  private void cut(String table, int held) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("../sweeps/data", table));
    var rows = new ArrayList<>(lines.subList(1, lines.size()));
    Collections.shuffle(rows, new java.util.Random(3));
    Files.write(folder.resolve("new.csv"), prepend(lines.get(0), rows.subList(0, held)));
    Files.write(
        folder.resolve("train.csv"), prepend(lines.get(0), rows.subList(held, rows.size())));
  }

  private static List<String> prepend(String header, List<String> rows) {
    var all = new ArrayList<>(List.of(header));
    all.addAll(rows);
    return all;
  }

  private void sweep(String label, String more) throws IOException {
    run(
        """
        data:
          format: csv
          path: train.csv
          label: %s
          test: {path: new.csv}
        %s
        model: {hidden_units: [16]}
        training: {max_epochs: 12}
        search: {method: random, max_trials: 4}
        parameters:
          learning_rate: {distribution: log_uniform, min: 1e-3, max: 3e-2}
        """
            .formatted(label, more));
  }

  private void run(String sweep) throws IOException {
    Files.writeString(folder.resolve("sweep.yaml"), sweep);
    Terminal run =
        Terminal.run(
            "run",
            folder.resolve("sweep.yaml").toString(),
            "--master",
            "local[2]",
            "--quiet",
            "--out",
            folder.resolve("run").toString());
    assertThat(run.status()).as(run.err()).isZero();
  }

  private Terminal predict(String... more) {
    var arguments = new ArrayList<>(List.of("predict", folder.resolve("run").toString()));
    arguments.addAll(List.of(more));
    Terminal terminal = Terminal.run(arguments.toArray(String[]::new));
    assertThat(terminal.err()).isEmpty();
    return terminal;
  }

  private List<Map<String, String>> rows(String file) throws IOException {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).build();
    try (var parser =
        CSVParser.parse(new StringReader(Files.readString(folder.resolve(file))), format)) {
      return parser.stream().map(CSVRecord::toMap).toList();
    }
  }

  private double tested(String column) throws IOException {
    return Double.parseDouble(Rows.of(new RunFolder(folder.resolve("run"))).get(0).get(column));
  }

  @Test
  void classesArePredictedAsTheRunHasTestedThem() throws IOException {
    cut("breast_cancer.csv", 120);
    sweep("diagnosis", "ensemble: {top: 3}\nrefit: {}");
    String data = folder.resolve("new.csv").toString();
    String out = folder.resolve("predictions.csv").toString();

    Terminal terminal = predict(data, "--out", out, "--keep", "diagnosis");

    List<Map<String, String>> rows = rows("predictions.csv");
    assertThat(rows).hasSize(120);
    assertThat(rows.get(0).keySet())
        .containsExactly(
            "row", "diagnosis", "prediction", "probability_benign", "probability_malignant");
    long right =
        rows.stream()
            .filter(row -> Objects.equals(row.get("diagnosis"), row.get("prediction")))
            .count();
    assertThat(right / 120.0).isEqualTo(tested("test_accuracy")).isGreaterThan(0.9);
    assertThat(terminal.out())
        .contains("model: the best, trial ")
        .contains(
            "accuracy: %.4f  (120 rows with a value in column diagnosis)".formatted(right / 120.0));
    for (Map<String, String> row : rows) {
      double malignant = Double.parseDouble(row.get("probability_malignant"));
      assertThat(row.get("prediction")).isEqualTo(malignant > 0.5 ? "malignant" : "benign");
      // Two floats.
      assertThat(malignant + Double.parseDouble(row.get("probability_benign")))
          .isCloseTo(1, within(1e-6));
    }
    Files.writeString(
        folder.resolve("blind.csv"), withoutLast(Files.readString(folder.resolve("new.csv"))));
    Terminal blind =
        predict(
            folder.resolve("blind.csv").toString(),
            "--out",
            folder.resolve("blind-out.csv").toString());
    assertThat(blind.out()).doesNotContain("accuracy");
    assertThat(rows("blind-out.csv").stream().map(row -> row.get("probability_benign")))
        .isEqualTo(rows.stream().map(row -> row.get("probability_benign")).toList());
    assertThat(predict(data, "--out", out, "--model", "refit").out())
        .contains("model: the refit of trial ");
    assertThat(predict(data, "--out", out, "--model", "ensemble").out())
        .containsPattern("model: the ensemble '(average|greedy)' of ");
    assertThat(folder.toFile().list()).noneMatch(name -> name.startsWith("."));
  }

  /** The label is the last column. */
  private static String withoutLast(String csv) {
    return csv.replaceAll("(?m),[^,\\n]*$", "");
  }

  @Test
  void numbersArePredictedInTheLabelsOwnUnit() throws IOException {
    cut("concrete.csv", 200);
    sweep("compressive_strength", "  task: regression");

    Terminal terminal =
        predict(
            folder.resolve("new.csv").toString(),
            "--out",
            folder.resolve("p.csv").toString(),
            "--keep",
            "compressive_strength");

    double squares = 0;
    List<Map<String, String>> rows = rows("p.csv");
    assertThat(rows.get(0).keySet()).containsExactly("row", "compressive_strength", "prediction");
    for (Map<String, String> row : rows) {
      double error =
          Double.parseDouble(row.get("prediction"))
              - Double.parseDouble(row.get("compressive_strength"));
      squares += error * error;
    }
    double rmse = Math.sqrt(squares / rows.size());
    // Single precision, scaled there and back; the unit's standard deviation is 17.
    assertThat(rmse).isCloseTo(tested("test_rmse"), within(1e-4)).isLessThan(14);
    Matcher said = QUALITY.matcher(terminal.out());
    assertThat(said.find()).isTrue();
    assertThat(said.group(1)).isEqualTo("rmse");
    assertThat(Double.parseDouble(said.group(2))).isCloseTo(rmse, within(1e-3));
  }

  /** A column of dates cannot be read, and need not be. */
  @Test
  void aNetworkOfCsvAnswersParquet() throws IOException {
    var train = new StringBuilder("a,kind\n");
    for (int i = 0; i < 120; i++) {
      train.append("%d,%s\n".formatted(i % 7, i % 2 == 0 ? "red" : "blue"));
    }
    Files.writeString(folder.resolve("train.csv"), train);
    Files.writeString(folder.resolve("new.csv"), train);
    sweep("kind", "");
    ParquetMade.write(folder.resolve("new.parquet"), "date");

    Terminal terminal =
        predict(
            folder.resolve("new.parquet").toString(), "--out", folder.resolve("p.csv").toString());

    assertThat(terminal.out())
        .contains("columns that it does not use: x", "predictions (40 rows): ", "accuracy: ");
    // The number is the same in every seventh row, and so is the answer.
    List<Map<String, String>> rows = rows("p.csv");
    assertThat(rows).hasSize(40);
    assertThat(rows.get(8).get("probability_red")).isEqualTo(rows.get(1).get("probability_red"));
  }

  /** Categories, fills and the order of columns: any of them wrong would change the score. */
  @Test
  void aTableOfAllSortsOfColumnsIsReadAsInTraining() throws IOException {
    var random = new SplittableRandom(5);
    var train = new StringBuilder("town,size,id,age,price\n");
    var fresh = new StringBuilder("price,age,size,town\n");
    for (int i = 0; i < 500; i++) {
      String town = List.of("Aix", "\"Bath, Somerset\"", "-3", "=Cork").get(random.nextInt(4));
      double size = random.nextDouble(20, 200);
      double age = random.nextDouble(0, 100);
      double price = 3 * size - age + (town.length() > 3 ? 100 : 0) + random.nextDouble(-5, 5);
      String known = i % 5 == 0 ? "NA" : String.valueOf(size);
      String there = i % 7 == 0 ? "" : town;
      if (i < 350) {
        train.append("%s,%s,%d,%s,%s\n".formatted(there, known, i, age, price));
      } else {
        fresh.append("%s,%s,%s,%s\n".formatted(price, age, known, there));
      }
    }
    Files.writeString(folder.resolve("train.csv"), train);
    Files.writeString(folder.resolve("new.csv"), fresh);
    sweep("price", "  task: regression\n  categorical: [town]\n  ignore: [id]\n  missing: mean");

    Terminal terminal =
        predict(folder.resolve("new.csv").toString(), "--out", folder.resolve("p.csv").toString());

    Matcher said = QUALITY.matcher(terminal.out());
    assertThat(said.find()).as(terminal.out()).isTrue();
    assertThat(said.group(3)).isEqualTo("150");
    // Four decimals are said; prices have a standard deviation of 160.
    assertThat(Double.parseDouble(said.group(2))).isCloseTo(tested("test_rmse"), within(2e-3));
  }

  /** The same images in either kind of file, by a network that learned from one of them. */
  @Test
  void imagesArePredictedInWhateverFilesTheyAre() throws IOException {
    var pixels = new byte[IMAGES][IMAGE_SIZE * IMAGE_SIZE];
    var classes = new byte[IMAGES];
    drawBars(pixels, classes);
    var images = ByteBuffer.allocate(16 + IMAGES * IMAGE_SIZE * IMAGE_SIZE);
    images.putInt(0x803).putInt(IMAGES).putInt(IMAGE_SIZE).putInt(IMAGE_SIZE);
    Stream.of(pixels).forEach(images::put);
    Files.write(folder.resolve("images.idx"), images.array());
    Files.write(
        folder.resolve("labels.idx"),
        ByteBuffer.allocate(8 + IMAGES).putInt(0x801).putInt(IMAGES).put(classes).array());
    Path png = Files.createDirectory(folder.resolve("png"));
    for (int i = 0; i < IMAGES; i++) {
      var image = new BufferedImage(IMAGE_SIZE, IMAGE_SIZE, BufferedImage.TYPE_BYTE_GRAY);
      for (int pixel = 0; pixel < pixels[i].length; pixel++) {
        image
            .getRaster()
            .setSample(pixel % IMAGE_SIZE, pixel / IMAGE_SIZE, 0, pixels[i][pixel] & 0xff);
      }
      ImageIO.write(image, "png", png.resolve("image-%03d.png".formatted(i)).toFile());
    }
    run(
        """
        data:
          format: idx
          images: images.idx
          labels: labels.idx
          scale: min_max
          test: {images: images.idx, labels: labels.idx}
        model: {type: cnn, filters: [4]}
        training: {max_epochs: 12}
        search: {method: random, max_trials: 2}
        parameters:
          learning_rate: {distribution: log_uniform, min: 3e-3, max: 3e-2}
        """);

    predict(folder.resolve("images.idx").toString(), "--out", folder.resolve("idx.csv").toString());
    predict(png.toString(), "--out", folder.resolve("png.csv").toString());
    predict(png.resolve("image-007.png").toString(), "--out", folder.resolve("one.csv").toString());

    List<Map<String, String>> rows = rows("idx.csv");
    assertThat(rows).hasSize(IMAGES);
    assertThat(rows.get(0).keySet())
        .containsExactly("row", "prediction", "probability_0", "probability_1");
    long right =
        IntStream.range(0, IMAGES)
            .filter(i -> String.valueOf(classes[i]).equals(rows.get(i).get("prediction")))
            .count();
    assertThat((double) right / IMAGES).isEqualTo(tested("test_accuracy")).isGreaterThan(0.9);
    List<Map<String, String>> named = rows("png.csv");
    assertThat(named.get(7)).containsEntry("file", "image-007.png");
    assertThat(named.stream().map(row -> row.get("probability_1")))
        .isEqualTo(rows.stream().map(row -> row.get("probability_1")).toList());
    assertThat(rows("one.csv")).hasSize(1);
    assertThat(rows("one.csv").get(0)).containsEntry("file", "image-007.png");
  }

  /** Bars that lie, class 0, or stand, class 1, on a ground of noise. */
  private static void drawBars(byte[][] pixels, byte[] classes) {
    var random = new SplittableRandom(11);
    for (int i = 0; i < pixels.length; i++) {
      classes[i] = (byte) (i % 2);
      int at = random.nextInt(IMAGE_SIZE);
      for (int pixel = 0; pixel < pixels[i].length; pixel++) {
        int across = classes[i] == 0 ? pixel / IMAGE_SIZE : pixel % IMAGE_SIZE;
        pixels[i][pixel] = (byte) (random.nextInt(90) + (across == at ? 160 : 0));
      }
    }
  }
}
