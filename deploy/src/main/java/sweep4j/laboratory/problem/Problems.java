package sweep4j.laboratory.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The problems of the laboratory. */
public final class Problems {

  /** The tables that are shipped; their files lie in {@code deploy/bench/curves}. */
  private static final List<String> TABLES = List.of("digits", "mnist-10k");

  private Problems() {}

  /** Functions: their trainings take one epoch. */
  public static List<Problem> functions() {
    return List.of(Branin.problem(), Hartmann6.problem(), Valley.problem(), Mixed.problem());
  }

  /** Tables of real learning curves, those that are there. */
  public static List<Problem> tables() {
    return TABLES.stream().flatMap(name -> table(name).stream()).toList();
  }

  public static List<Problem> all() {
    return Stream.concat(functions().stream(), tables().stream()).toList();
  }

  /** A function with made-up learning curves, for more trials than a table has. */
  public static Problem learningValley() {
    return LearningValley.problem();
  }

  /**
   * The problem {@code name}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Problem named(String name) {
    return all().stream()
        .filter(problem -> problem.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no problem is called "
                        + name
                        + "; there are: "
                        + all().stream().map(Problem::name).toList()));
  }

  private static Optional<Problem> table(String name) {
    try (InputStream file = Problems.class.getResourceAsStream(name + ".csv.gz")) {
      return file == null ? Optional.empty() : Optional.of(CurveTableReader.read(name, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
