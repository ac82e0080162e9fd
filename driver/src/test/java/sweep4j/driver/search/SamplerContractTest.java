package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sweep4j.driver.search.SearchMethod.CoarseToFine;
import sweep4j.driver.search.SearchMethod.Gp;
import sweep4j.driver.search.SearchMethod.Grid;
import sweep4j.driver.search.SearchMethod.Random;
import sweep4j.driver.search.SearchMethod.Sobol;
import sweep4j.driver.search.SearchMethod.Tpe;
import sweep4j.driver.space.IntUniform;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Hyperparameter;

class SamplerContractTest {

  static Stream<SamplerContract> contracts() {
    return Stream.of(
        contract("grid", Spaces.finite(), new Grid(), 120),
        contract("random", Spaces.mixed(), new Random(), 2000),
        contract("random, part of a finite space", Spaces.finite(), new Random(), 60),
        contract("random, all of a finite space", Spaces.finite(), new Random(), 500),
        contract("coarse to fine", Spaces.mixed(), new CoarseToFine(3), 60),
        contract("coarse to fine, one round", Spaces.mixed(), new CoarseToFine(1), 2000),
        contract("coarse to fine, many trials", Spaces.mixed(), new CoarseToFine(4), 2001),
        contract("coarse to fine, more rounds than trials", Spaces.mixed(), new CoarseToFine(9), 5),
        contract("coarse to fine, finite space", Spaces.finite(), new CoarseToFine(3), 60),
        contract("coarse to fine, all of it", Spaces.finite(), new CoarseToFine(3), 500),
        contract("sobol", Spaces.mixed(), new Sobol(), 2000),
        contract("sobol, part of a finite space", Spaces.finite(), new Sobol(), 60),
        contract("sobol, all of a finite space", Spaces.finite(), new Sobol(), 500),
        contract("tpe", Spaces.mixed(), new Tpe(10), 40),
        contract("tpe, part of a finite space", Spaces.finite(), new Tpe(10), 40),
        contract("tpe, all of a finite space", Spaces.finite(), new Tpe(80), 500),
        contract("tpe, nothing but the start", Spaces.mixed(), new Tpe(2000), 2000),
        // Starts are long where the model is not what is checked, because a fit costs milliseconds.
        contract("gp", Spaces.mixed(), new Gp(10), 25),
        contract("gp, part of a finite space", Spaces.finite(), new Gp(5), 20),
        contract("gp, all of a finite space", Spaces.finite(), new Gp(115), 500),
        contract("gp, nothing but the start", Spaces.mixed(), new Gp(2000), 2000),
        contract("sobol, conditions", Spaces.conditional(), new Sobol(), 2000),
        contract("sobol, all of conditions", Spaces.conditionalFinite(), new Sobol(), 204),
        contract("tpe, conditions", Spaces.conditional(), new Tpe(10), 40),
        contract("tpe, all of conditions", Spaces.conditionalFinite(), new Tpe(80), 204),
        contract("gp, conditions", Spaces.conditional(), new Gp(10), 25),
        tryFirst("try first, tpe", Spaces.conditional(), new Tpe(10), 40),
        tryFirst("try first, gp", Spaces.conditional(), new Gp(10), 25),
        warm("warm start, tpe", Spaces.conditional(), new Tpe(10), 40),
        warm("warm start, gp", Spaces.conditional(), new Gp(10), 25),
        contract("grid, conditions", Spaces.conditionalFinite(), new Grid(), 204),
        contract("random, conditions", Spaces.conditional(), new Random(), 2000),
        contract("random, all of conditions", Spaces.conditionalFinite(), new Random(), 204),
        contract("coarse to fine, conditions", Spaces.conditional(), new CoarseToFine(3), 60),
        contract("coarse to fine, shares", Spaces.conditional(), new CoarseToFine(3), 2000),
        contract(
            "coarse to fine, finite conditions",
            Spaces.conditionalFinite(),
            new CoarseToFine(3),
            90),
        tryFirst("try first, grid", Spaces.conditionalFinite(), new Grid(), 204),
        tryFirst("try first, random", Spaces.conditional(), new Random(), 2000),
        tryFirst("try first, coarse to fine", Spaces.conditional(), new CoarseToFine(3), 60),
        tryFirst("try first, all", Spaces.conditionalFinite(), new CoarseToFine(3), 300),
        new SamplerContract(
            "try first, with a horizon",
            Spaces.conditionalFinite(),
            true,
            SamplerContractTest::held),
        warm("warm start", Spaces.conditional(), new CoarseToFine(3), 60),
        warm("warm start, all", Spaces.conditionalFinite(), new CoarseToFine(2), 204));
  }

  private static SamplerContract contract(
      String name, SearchSpace space, SearchMethod method, int trials) {
    return new SamplerContract(
        name,
        space,
        !(method instanceof Grid),
        seed -> method.sampler(SearchTask.of(space, trials, seed)));
  }

  private static SamplerContract tryFirst(
      String name, SearchSpace space, SearchMethod method, int trials) {
    return new SamplerContract(
        name,
        space,
        true,
        seed -> TryFirst.of(method, SearchTask.of(space, trials, seed), TryFirstTest.WANTED));
  }

  /** Round 2 may wait for nothing, and later rounds for something. */
  private static Sampler held(long seed) {
    Horizon horizon = trial -> trial < 60 ? 0 : trial;
    var task = new SearchTask(Spaces.conditionalFinite(), 150, seed, List.of(), horizon);
    return TryFirst.of(new CoarseToFine(4), task, TryFirstTest.WANTED);
  }

  /** Led by a few results, and with configurations to try first. */
  private static SamplerContract warm(
      String name, SearchSpace space, SearchMethod method, int trials) {
    List<Observation> earlier =
        DoubleStream.of(0.9, 0.1, 0.5)
            .mapToObj(
                unit -> {
                  double[] point =
                      DoubleStream.generate(() -> unit).limit(space.dimensions()).toArray();
                  return new Observation(7, Replay.shown(space, point), unit);
                })
            .toList();
    return new SamplerContract(
        name,
        space,
        true,
        seed -> WarmStart.of(tryFirst(name, space, method, trials).sampler().apply(seed), earlier));
  }

  static Stream<Arguments> contractsAndSeeds() {
    return contracts()
        .flatMap(each -> Stream.of(0L, 42L, -1L).map(seed -> Arguments.of(each, seed)));
  }

  @ParameterizedTest
  @MethodSource("contractsAndSeeds")
  void everySamplerKeepsTheContract(SamplerContract contract, long seed) {
    contract.check(seed);
  }

  /** Each fault must be caught by the check that is there for it, and not by luck by another. */
  @ParameterizedTest
  @MethodSource("faults")
  void theContractCatchesAFault(Fault fault) {
    assertThatThrownBy(() -> fault.check().accept(fault.contract(), 42L))
        .isInstanceOfAny(AssertionError.class, IndexOutOfBoundsException.class);
    fault.check().accept(SOUND, 42L);
  }

  private static final SamplerContract SOUND =
      contract("sound", Spaces.mixed(), new Random(), 2000);

  record Fault(SamplerContract contract, BiConsumer<SamplerContract, Long> check) {}

  static Stream<Fault> faults() {
    var ignoring = new Random().sampler(SearchTask.of(Spaces.mixed(), 2000, 42));
    return Stream.of(
        fault(Remembering::new, SamplerContract::onlyThePrefixMatters),
        fault(Overreaching::new, SamplerContract::onlyThePrefixMatters),
        fault(WaitingForItself::new, SamplerContract::numbersAreHonest),
        fault(LeavingTheCube::new, SamplerContract::pointsAreLegal),
        fault(Narrow::new, SamplerContract::withoutAnyCostTheWholeSpaceIsSearched),
        fault(Repeating::new, SamplerContract::noCombinationTwice),
        fault(sound -> ignoring, SamplerContract::aSeedGivesOneAnswer));
  }

  private static Fault fault(
      UnaryOperator<Sampler> fault, BiConsumer<SamplerContract, Long> check) {
    return new Fault(
        new SamplerContract(
            "faulty", SOUND.space(), true, seed -> fault.apply(SOUND.sampler().apply(seed))),
        check);
  }

  private abstract static class Faulty implements Sampler {
    final Sampler sound;

    Faulty(Sampler sound) {
      this.sound = sound;
    }

    @Override
    public int trials() {
      return sound.trials();
    }

    @Override
    public int needs(int trial) {
      return 0;
    }

    @Override
    public int round(int trial) {
      return 1;
    }

    @Override
    public double[] suggest(int trial, List<Observation> results) {
      return sound.suggest(trial, List.of());
    }

    @Override
    public Region region(int round, List<Observation> results) {
      return sound.region(round, List.of());
    }
  }

  /** Honest about needs, but peeks: results given for a later trial move an earlier one. */
  private static final class Remembering extends Faulty {
    private final List<Observation> longest = new ArrayList<>();

    Remembering(Sampler sound) {
      super(sound);
    }

    @Override
    public int needs(int trial) {
      return trial / 2;
    }

    @Override
    public double[] suggest(int trial, List<Observation> results) {
      if (results.size() > longest.size()) {
        longest.clear();
        longest.addAll(results);
      }
      double sum = longest.stream().mapToDouble(Observation::cost).filter(Double::isFinite).sum();
      double[] point = super.suggest(trial, results);
      point[0] = Math.abs(Math.sin(point[0] + sum));
      return point;
    }
  }

  private static final class Overreaching extends Faulty {
    Overreaching(Sampler sound) {
      super(sound);
    }

    @Override
    public double[] suggest(int trial, List<Observation> results) {
      double[] point = super.suggest(trial, results);
      point[0] = trial > 0 && results.get(trial - 1).cost() < 0.1 ? 0.5 : point[0];
      return point;
    }
  }

  private static final class WaitingForItself extends Faulty {
    WaitingForItself(Sampler sound) {
      super(sound);
    }

    @Override
    public int needs(int trial) {
      return trial + 1;
    }
  }

  private static final class LeavingTheCube extends Faulty {
    LeavingTheCube(Sampler sound) {
      super(sound);
    }

    @Override
    public double[] suggest(int trial, List<Observation> results) {
      double[] point = super.suggest(trial, results);
      point[0] *= 1.1;
      return point;
    }
  }

  private static final class Narrow extends Faulty {
    Narrow(Sampler sound) {
      super(sound);
    }

    @Override
    public double[] suggest(int trial, List<Observation> results) {
      double[] point = super.suggest(trial, results);
      point[0] *= 0.9;
      return point;
    }
  }

  private static final class Repeating extends Faulty {
    Repeating(Sampler sound) {
      super(sound);
    }

    @Override
    public double[] suggest(int trial, List<Observation> results) {
      return super.suggest(trial == 9 ? 8 : trial, results);
    }
  }

  /** Ten thousand suggestions take well under a second; the limit only tells linear from square. */
  @ParameterizedTest
  @MethodSource("methods")
  void tenThousandSuggestionsAreQuick(SearchMethod method, SearchSpace space) {
    assertTimeout(
        Duration.ofSeconds(10),
        () ->
            Replay.of(method.sampler(SearchTask.of(space, 10_000, 42)), space, point -> point[0]));
  }

  static Stream<Arguments> methods() {
    var large = Spaces.only(Hyperparameter.BATCH_SIZE, new IntUniform(1, 10_000));
    return Stream.of(
        Arguments.of(new Grid(), large),
        Arguments.of(new Random(), large),
        Arguments.of(new Random(), Spaces.mixed()),
        Arguments.of(new Sobol(), large),
        Arguments.of(new Sobol(), Spaces.mixed()),
        Arguments.of(new CoarseToFine(3), large),
        Arguments.of(new CoarseToFine(3), Spaces.mixed()),
        Arguments.of(new CoarseToFine(100), Spaces.mixed()));
  }
}
