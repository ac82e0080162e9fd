package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.deploy.sabotage.Saboteur;

/** A sweep some of whose trials do the worst that they can to what runs them. */
class BadTrialsIT {

  private static final String SWEEP =
      """
      name: bad-trials
      seed: 7
      data: {format: csv, path: %s, label: diagnosis, task: classification, validation: 0.2, test: 0.2}
      model: {type: class, factory: sweep4j.deploy.sabotage.Saboteur}
      training: {max_epochs: 5, batch_size: 32}
      search: {method: grid}
      limits: {trial_timeout: 5s}
      parameters:
        lambda: {values: [0.0, 1.0e-4, 1.0e-3]}
        learning_rate: {values: [0.01]}
        custom.way: {values: [sound, halts, heap, throws, hangs, nan]}
      """;

  @Test
  void eachEndsAsItsOwnRowSaysAndAllOthersComplete(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("run");
    Command.Ended run =
        Command.run(
            Command.launcher(
                "run",
                sweep(folder).toString(),
                "--jars=" + jar(folder),
                "--master=local-cluster[2,2,2000]",
                "--out=" + out));

    assertThat(run.status()).as(run.err()).isZero();
    Rows rows = Rows.of(out);
    assertThat(rows.size()).isEqualTo(18);
    for (Map<String, String> row : rows.rows()) {
      String way = row.getOrDefault("custom.way", "");
      String said = row.get("state") + " " + row.get("error");
      switch (way) {
        case "sound" -> assertThat(said).isEqualTo("COMPLETED ");
        case "throws" ->
            assertThat(said).isEqualTo("FAILED IllegalStateException: no such network");
        case "nan" -> assertThat(said).startsWith("DIVERGED epoch 1: ");
        case "heap" -> assertThat(said).startsWith("FAILED out of memory: Java heap space");
        case "halts" -> {
          assertThat(said).startsWith("FAILED not finished in 3 attempts; the last: ");
          assertThat(row.get("attempts")).isEqualTo("3");
        }
        case "hangs" ->
            assertThat(said)
                .startsWith(
                    "FAILED limits.trial_timeout: it hung, and was left behind 10 s after its 5 s were over, at ");
        default -> throw new AssertionError(way);
      }
    }
    assertThat(rows.column("state").stream().filter("COMPLETED"::equals)).hasSize(3);
  }

  private static Path sweep(Path folder) throws Exception {
    Path data = Command.ROOT.resolve("sweeps/data/breast_cancer.csv");
    return Files.writeString(folder.resolve("bad-trials.yaml"), SWEEP.formatted(data));
  }

  /** A user's jar, of one class. */
  static Path jar(Path folder) throws Exception {
    String name = Saboteur.class.getName().replace('.', '/') + ".class";
    Path jar = folder.resolve("saboteur.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file);
        InputStream bytes = Saboteur.class.getClassLoader().getResourceAsStream(name)) {
      entries.putNextEntry(new JarEntry(name));
      bytes.transferTo(entries);
      entries.closeEntry();
    }
    return jar;
  }
}
