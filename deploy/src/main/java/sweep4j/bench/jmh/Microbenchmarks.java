package sweep4j.bench.jmh;

import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Runs the benchmarks of this package, and prints their medians as tables. */
public final class Microbenchmarks {

  /** What was measured; the network is empty where none takes part. */
  private record Setting(String network, int batch) implements Comparable<Setting> {
    static Setting of(BenchmarkParams parameters) {
      String network = parameters.getParam("network");
      return new Setting(
          network == null ? "" : network, Integer.parseInt(parameters.getParam("batch")));
    }

    @Override
    public int compareTo(Setting other) {
      int byNetwork = network.compareTo(other.network);
      return byNetwork == 0 ? Integer.compare(batch, other.batch) : byNetwork;
    }
  }

  private Microbenchmarks() {}

  /** Takes what JMH's own command line takes. */
  public static void main(String[] arguments)
      throws RunnerException, CommandLineOptionException, IOException {
    var options = new CommandLineOptions(arguments);
    if (options.shouldHelp()) {
      options.showHelp();
      return;
    }
    var runner = new Runner(options);
    if (options.shouldList()) {
      runner.list();
      return;
    }
    Collection<RunResult> results = runner.run();
    printIterations(
        medians(results, TrainingIteration.class), medians(results, MatrixProducts.class));
    printAssembly(medians(results, MiniBatchAssembly.class));
  }

  /** In milliseconds: of the means of JMH's iterations. */
  private static Map<Setting, Double> medians(Collection<RunResult> results, Class<?> benchmark) {
    var medians = new TreeMap<Setting, Double>();
    for (RunResult result : results) {
      if (result.getParams().getBenchmark().startsWith(benchmark.getName() + ".")) {
        medians.put(
            Setting.of(result.getParams()),
            result.getPrimaryResult().getStatistics().getPercentile(50));
      }
    }
    return medians;
  }

  private static void printIterations(Map<Setting, Double> steps, Map<Setting, Double> products) {
    if (steps.isEmpty()) {
      return;
    }
    System.out.println();
    System.out.println("| network | batch | iteration in ms | its matrix products in ms | ratio |");
    System.out.println("| ------- | ----- | --------------- | ------------------------- | ----- |");
    steps.forEach(
        (of, step) -> {
          Double least = products.get(of);
          System.out.printf(
              Locale.ROOT,
              "| %s | %d | %.3f | %s |%n",
              of.network(),
              of.batch(),
              step,
              least == null
                  ? "- | -"
                  : String.format(Locale.ROOT, "%.3f | %.2f", least, step / least));
        });
  }

  private static void printAssembly(Map<Setting, Double> times) {
    if (times.isEmpty()) {
      return;
    }
    System.out.println();
    System.out.println("| batch of 784 columns | assembled in ms |");
    System.out.println("| -------------------- | --------------- |");
    times.forEach(
        (of, time) -> System.out.printf(Locale.ROOT, "| %d | %.4f |%n", of.batch(), time));
  }
}
