package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * A sweep of a few seconds: two clouds of points to tell apart, two learning rates of which one is
 * absurd, and two batch sizes.
 */
record Example(Path folder) {

  static final int TRIALS = 4;

  private static final String SWEEP =
      """
      name: tiny
      seed: 7
      data:
        format: csv
        path: table.csv
        label: kind
        validation: 0.2
        test: 0.2
      model: {hidden_units: [8]}
      training: {max_epochs: 3}
      metric: {name: validation_loss}
      search: {method: grid}
      parameters:
        learning_rate: {values: [1.0e-2, 1.0e+6]}
        batch_size: {values: [8, 16]}
      """;

  /** Writes the sweep file and its data. */
  static Example in(Path folder) throws IOException {
    var example = new Example(folder);
    Files.writeString(example.sweep(), SWEEP);
    Files.writeString(example.table(), rows());
    return example;
  }

  Path sweep() {
    return folder.resolve("sweep.yaml");
  }

  Path table() {
    return folder.resolve("table.csv");
  }

  /** Where {@link #run} has its run, unless told otherwise. */
  Path out() {
    return folder.resolve("run");
  }

  Terminal run(String... more) {
    String[] arguments = new String[more.length + 6];
    arguments[0] = "run";
    arguments[1] = sweep().toString();
    arguments[2] = "--master";
    arguments[3] = "local[2]";
    arguments[4] = "--out";
    arguments[5] = out().toString();
    System.arraycopy(more, 0, arguments, 6, more.length);
    return Terminal.run(arguments);
  }

  /** Replaces what must be in {@code file} once. */
  static void edit(Path file, String old, String replacement) throws IOException {
    String text = Files.readString(file);
    // A test that changes nothing would prove nothing.
    assertThat(text.split(Pattern.quote(old), -1)).as(old).hasSize(2);
    Files.writeString(file, text.replace(old, replacement));
  }

  private static String rows() {
    var random = new SplittableRandom(1);
    var rows = new StringBuilder("x,y,kind\n");
    for (int i = 0; i < 60; i++) {
      boolean red = i % 2 == 0;
      // Clouds that overlap: of clouds apart, an absurd learning rate has no loss at all.
      double middle = red == (i % 10 < 8) ? -1.0 : 1.0;
      rows.append(middle + random.nextDouble())
          .append(',')
          .append(middle - random.nextDouble())
          .append(red ? ",red\n" : ",blue\n");
    }
    return rows.toString();
  }
}
