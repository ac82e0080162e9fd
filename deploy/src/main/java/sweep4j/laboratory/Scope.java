package sweep4j.laboratory;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sweep4j.laboratory.problem.Problem;
import sweep4j.laboratory.problem.Problems;
import sweep4j.laboratory.report.Sample;
import sweep4j.laboratory.simulation.Durations;
import sweep4j.laboratory.simulation.Strategy;

/** How many sweeps of how many trials, and of what: the options that all measurements have. */
final class Scope {

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Sweeps of each kind; their seeds are 1 to N. Default: ${DEFAULT-VALUE}.",
      defaultValue = "50")
  private int seeds;

  @Option(
      names = "--trials",
      paramLabel = "N",
      description = "Trials of a sweep. Default: ${DEFAULT-VALUE}.",
      defaultValue = "60")
  private int trials;

  @Option(
      names = "--slots",
      paramLabel = "N",
      description = "Trials that run at once. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private int slots;

  @Option(
      names = "--durations",
      paramLabel = "KIND",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
      defaultValue = "AS_RECORDED")
  private Durations durations = Durations.AS_RECORDED;

  @Option(
      names = "--problem",
      paramLabel = "NAME",
      split = ",",
      description = "Only these problems.")
  private List<String> problems = List.of();

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  int seeds() {
    return positive("--seeds", seeds);
  }

  int trials() {
    return positive("--trials", trials);
  }

  int slots() {
    return positive("--slots", slots);
  }

  private int positive(String option, int value) {
    if (value < 1) {
      throw bad(option + " must be at least 1, but got " + value);
    }
    return value;
  }

  /** Those of {@code offered} that were asked for. */
  List<Problem> of(List<Problem> offered) {
    List<String> known = Problems.all().stream().map(Problem::name).toList();
    for (String name : problems) {
      if (!known.contains(name)) {
        throw bad("no problem is called " + name + "; there are: " + known);
      }
    }
    return offered.stream()
        .filter(each -> problems.isEmpty() || problems.contains(each.name()))
        .toList();
  }

  /** The strategy {@code name} of the command line. */
  Strategy strategy(String name) {
    try {
      return Strategies.named(name);
    } catch (IllegalArgumentException e) {
      throw bad(String.valueOf(e.getMessage()));
    }
  }

  Sample run(Problem problem, Strategy strategy) {
    return Sample.run(problem, strategy, seeds(), trials(), slots(), durations);
  }

  /** That the command line is wrong. */
  ParameterException bad(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }

  /** Writes to the terminal what a measurement found. */
  void print(Object text) {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(text);
    out.flush();
  }
}
