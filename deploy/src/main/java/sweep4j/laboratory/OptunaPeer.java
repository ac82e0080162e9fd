package sweep4j.laboratory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Optuna's samplers on the same problems: Python scripts of this folder's neighbour, {@code
 * deploy/bench}, as child processes. They print {@code problem,sampler,seed,trials,regret}.
 */
final class OptunaPeer {
  private static final Path BENCH = Path.of(System.getProperty("sweep4j.bench", "deploy/bench"));

  /** The system's own Python may have Optuna where another one comes first on the path. */
  private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

  private final String python;

  private OptunaPeer(String python) {
    this.python = python;
  }

  /** One sampler of Optuna on one problem. */
  record Key(String problem, String sampler) {}

  /** Optuna, if a Python here has it. */
  static Optional<OptunaPeer> find() {
    return PYTHONS.stream()
        .filter(python -> succeeds(python, "-c", "import optuna"))
        .findFirst()
        .map(OptunaPeer::new);
  }

  private static boolean succeeds(String... command) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The regrets, by seed, that {@code script} prints for {@code trials} trials. */
  Map<Key, double[]> regrets(String script, int seeds, int trials, List<String> problems) {
    var command =
        new ArrayList<>(
            List.of(
                python,
                BENCH.resolve(script).toString(),
                "--seeds",
                Integer.toString(seeds),
                "--trials",
                Integer.toString(trials),
                "--problems"));
    command.addAll(problems);
    Map<Key, List<Double>> regrets = new LinkedHashMap<>();
    lines(command)
        .map(line -> line.split(",", -1))
        .filter(cells -> cells.length == 5 && cells[3].equals(Integer.toString(trials)))
        .forEach(
            cells ->
                regrets
                    .computeIfAbsent(new Key(cells[0], cells[1]), key -> new ArrayList<>())
                    .add(Double.parseDouble(cells[4].replace("inf", "Infinity"))));
    Map<Key, double[]> arrays = new LinkedHashMap<>();
    regrets.forEach(
        (key, values) ->
            arrays.put(key, values.stream().mapToDouble(Double::doubleValue).toArray()));
    return arrays;
  }

  private static Stream<String> lines(List<String> command) {
    try {
      var process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException("'" + String.join(" ", command) + "' failed; see above");
      }
      return out.lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Optuna ran", e);
    }
  }
}
