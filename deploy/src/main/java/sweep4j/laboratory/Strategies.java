package sweep4j.laboratory;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import sweep4j.driver.search.PruningMethod;
import sweep4j.driver.search.SearchMethod;
import sweep4j.laboratory.simulation.Strategy;

/**
 * The strategies that the laboratory knows, by name: a sampler alone, or a sampler and a pruner
 * joined by {@code +}, such as {@code random+hyperband}. Settings are the defaults of sweep files,
 * or as the number says: {@code hyperband_2} has a reduction factor of 2. Another one takes a line.
 */
final class Strategies {

  private record Named<T>(String name, T value) {}

  private static final List<Named<SearchMethod>> SAMPLERS =
      List.of(
          new Named<>("random", new SearchMethod.Random()),
          new Named<>("grid", new SearchMethod.Grid()),
          new Named<>("sobol", new SearchMethod.Sobol()),
          new Named<>("coarse_to_fine", new SearchMethod.CoarseToFine(3)),
          new Named<>("tpe", new SearchMethod.Tpe(SearchMethod.Tpe.DEFAULT_STARTUP_TRIALS)),
          new Named<>("gp", new SearchMethod.Gp(SearchMethod.Gp.DEFAULT_STARTUP_TRIALS)));

  private static final Named<IntFunction<PruningMethod>> NO_PRUNER =
      new Named<>("", epochs -> new PruningMethod.None());

  private static final List<Named<IntFunction<PruningMethod>>> PRUNERS =
      List.of(
          new Named<>("+successive_halving", Strategies::successiveHalving),
          new Named<>("+hyperband", epochs -> new PruningMethod.Hyperband(1, 3)),
          new Named<>("+hyperband_2", epochs -> new PruningMethod.Hyperband(1, 2)),
          new Named<>("+median", epochs -> new PruningMethod.Median(5, 0, (epochs - 1) / 10 + 1)));

  static final Strategy RANDOM = named("random");

  private Strategies() {}

  private static PruningMethod successiveHalving(int epochs) {
    int bracket = PruningMethod.SuccessiveHalving.defaultBracketTrials(1, 3, epochs);
    // A single epoch has no rung, and no bracket to say no to.
    return new PruningMethod.SuccessiveHalving(1, 3, Math.max(2, bracket));
  }

  /** Samplers alone. */
  static List<Strategy> samplers() {
    return SAMPLERS.stream().map(sampler -> join(sampler, NO_PRUNER)).toList();
  }

  /** Every sampler alone and with every pruner. */
  static List<Strategy> all() {
    return SAMPLERS.stream()
        .flatMap(
            sampler ->
                Stream.concat(Stream.of(NO_PRUNER), PRUNERS.stream())
                    .map(pruner -> join(sampler, pruner)))
        .toList();
  }

  /**
   * The strategy {@code name}.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Strategy named(String name) {
    return all().stream()
        .filter(strategy -> strategy.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no strategy is called " + name + "; there are: " + all()));
  }

  private static Strategy join(
      Named<SearchMethod> sampler, Named<IntFunction<PruningMethod>> pruner) {
    return new Strategy(sampler.name() + pruner.name(), sampler.value(), pruner.value());
  }
}
