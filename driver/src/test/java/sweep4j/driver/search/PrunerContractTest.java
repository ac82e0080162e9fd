package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sweep4j.driver.search.PruningMethod.Hyperband;
import sweep4j.driver.search.PruningMethod.Median;
import sweep4j.driver.search.PruningMethod.None;
import sweep4j.driver.search.PruningMethod.SuccessiveHalving;
import sweep4j.driver.search.SearchMethod.CoarseToFine;
import sweep4j.driver.search.SearchMethod.Gp;
import sweep4j.driver.search.SearchMethod.Random;
import sweep4j.driver.search.SearchMethod.Sobol;
import sweep4j.driver.search.SearchMethod.Tpe;

class PrunerContractTest {

  static Stream<PrunerContract> contracts() {
    return Stream.of(
        contract("none", new None(), 50, 81),
        contract("halving", new SuccessiveHalving(1, 3, 81), 200, 81),
        contract("halving, small brackets", new SuccessiveHalving(2, 2, 5), 33, 50),
        contract("halving, less than a bracket", new SuccessiveHalving(1, 4, 64), 9, 60),
        contract("halving, one rung", new SuccessiveHalving(7, 9, 9), 40, 8),
        contract("hyperband, two cycles", new Hyperband(1, 3), 290, 81),
        contract("hyperband, odd epochs", new Hyperband(3, 2), 150, 50),
        contract("hyperband, one trial", new Hyperband(1, 4), 1, 10),
        contract("median, every epoch", new Median(1, 0, 1), 60, 20),
        contract("median, late", new Median(5, 9, 7), 300, 50));
  }

  private static PrunerContract contract(
      String name, PruningMethod method, int trials, int maxEpochs) {
    return new PrunerContract(
        name,
        trials,
        maxEpochs,
        !(method instanceof Median),
        number -> method.pruner(number, maxEpochs));
  }

  static Stream<Arguments> contractsAndSeeds() {
    return contracts().flatMap(each -> Stream.of(0L, 42L).map(seed -> Arguments.of(each, seed)));
  }

  @ParameterizedTest
  @MethodSource("contractsAndSeeds")
  void everyPrunerKeepsTheContract(PrunerContract contract, long seed) {
    contract.check(seed);
  }

  static Stream<SearchMethod> searchMethods() {
    return Stream.of(
        new Random(),
        new Sobol(),
        new CoarseToFine(1),
        new CoarseToFine(5),
        new Tpe(10),
        new Gp(8));
  }

  static Stream<Arguments> contractsAndSamplers() {
    return contracts().flatMap(each -> searchMethods().map(method -> Arguments.of(each, method)));
  }

  /** The samplers as they are, told of the horizon. */
  @ParameterizedTest
  @MethodSource("contractsAndSamplers")
  void noSamplerWaitsForATrialThatWaitsForIt(PrunerContract contract, SearchMethod method) {
    Pruner pruner = contract.pruner().apply(contract.trials());
    var task = new SearchTask(Spaces.mixed(), contract.trials(), 42, List.of(), pruner.horizon());
    contract.nobodyWaitsInACircle(7, method.sampler(task)::needs);
  }

  /** Each fault must be caught by the check that is there for it, and not by luck by another. */
  @ParameterizedTest
  @MethodSource("faults")
  void theContractCatchesAFault(Fault fault) {
    assertThatThrownBy(() -> fault.check().accept(fault.contract(), 42L))
        .isInstanceOf(AssertionError.class);
    fault.check().accept(SOUND, 42L);
  }

  private static final PrunerContract SOUND =
      contract("sound", new SuccessiveHalving(1, 3, 27), 100, 81);

  record Fault(PrunerContract contract, BiConsumer<PrunerContract, Long> check) {}

  static Stream<Fault> faults() {
    return Stream.of(
        fault(FirstCome::new, PrunerContract::decisionsAreTheSameInAnyOrder),
        fault(FirstCome::new, PrunerContract::decisionsFollowFromTheScoresAlone),
        fault(Peeking::new, PrunerContract::decisionsAreTheSameInAnyOrder),
        fault(Peeking::new, PrunerContract::decisionsFollowFromTheScoresAlone),
        fault(LookingFar::new, PrunerContract::nobodyWaitsInACircle),
        fault(Receding::new, (contract, seed) -> contract.theHorizonNeverRecedes()),
        fault(PastTheEnd::new, (contract, seed) -> contract.rungsAreInRange()),
        fault(WaitingForItself::new, (contract, seed) -> contract.peersAreHonest()),
        fault(OneSided::new, (contract, seed) -> contract.peersAreHonest()),
        fault(Merciless::new, PrunerContract::theBestGoesOn),
        fault(Lenient::new, PrunerContract::theBestGoesOn),
        new Fault(
            new PrunerContract("from the end", 100, 81, true, FromTheEnd::new),
            (contract, seed) -> contract.moreTrialsChangeNothingBefore()));
  }

  private static Fault fault(UnaryOperator<Pruner> fault, BiConsumer<PrunerContract, Long> check) {
    return new Fault(
        new PrunerContract(
            "faulty",
            SOUND.trials(),
            SOUND.maxEpochs(),
            true,
            trials -> fault.apply(SOUND.pruner().apply(trials))),
        check);
  }

  private abstract static class Faulty implements Pruner {
    final Pruner sound;

    Faulty(Pruner sound) {
      this.sound = sound;
    }

    @Override
    public List<Integer> rungs(int trial) {
      return sound.rungs(trial);
    }

    @Override
    public int bracket(int trial) {
      return sound.bracket(trial);
    }

    @Override
    public List<Integer> peers(int trial, int rung) {
      return sound.peers(trial, rung);
    }

    @Override
    public Decision decide(int trial, int rung, List<RungScore> scores) {
      return sound.decide(trial, rung, scores);
    }

    @Override
    public Horizon horizon() {
      return sound.horizon();
    }

    static Decision with(Decision decision, boolean goesOn) {
      return new Decision(goesOn, decision.rank(), decision.compared(), decision.threshold());
    }
  }

  /** Gives the places of a bracket to the first of the better half that ask for one. */
  private static final class FirstCome extends Faulty {
    private final Map<List<Integer>, Integer> asked = new HashMap<>();

    FirstCome(Pruner sound) {
      super(sound);
    }

    @Override
    public Decision decide(int trial, int rung, List<RungScore> scores) {
      Decision decision = super.decide(trial, rung, scores);
      boolean isGood = decision.rank() <= (decision.compared() + 1) / 2;
      int before =
          isGood
              ? asked.merge(List.of(bracket(trial), rung), 1, Integer::sum) - 1
              : Integer.MAX_VALUE;
      return with(decision, before < Math.max(1, decision.compared() / 3));
    }
  }

  /** Compares with the best of all that it was ever shown. */
  private static final class Peeking extends Faulty {
    private double best = Double.POSITIVE_INFINITY;

    Peeking(Pruner sound) {
      super(sound);
    }

    @Override
    public Decision decide(int trial, int rung, List<RungScore> scores) {
      Decision decision = super.decide(trial, rung, scores);
      for (RungScore score : scores) {
        best = Math.min(best, score.cost());
      }
      return new Decision(
          decision.goesOn(), decision.rank(), decision.compared(), Math.min(best, 1e9));
    }
  }

  private static final class LookingFar extends Faulty {
    LookingFar(Pruner sound) {
      super(sound);
    }

    @Override
    public Horizon horizon() {
      return Horizon.ALL_BEFORE;
    }
  }

  private static final class Receding extends Faulty {
    Receding(Pruner sound) {
      super(sound);
    }

    @Override
    public Horizon horizon() {
      return trial -> trial == 80 ? 0 : sound.horizon().of(trial);
    }
  }

  private static final class PastTheEnd extends Faulty {
    PastTheEnd(Pruner sound) {
      super(sound);
    }

    @Override
    public List<Integer> rungs(int trial) {
      return List.of(1, 3, 9, 27, 81);
    }
  }

  private static final class WaitingForItself extends Faulty {
    WaitingForItself(Pruner sound) {
      super(sound);
    }

    @Override
    public List<Integer> peers(int trial, int rung) {
      return List.of(trial);
    }
  }

  private static final class OneSided extends Faulty {
    OneSided(Pruner sound) {
      super(sound);
    }

    @Override
    public List<Integer> peers(int trial, int rung) {
      return sound.peers(trial, rung).stream().skip(1).toList();
    }
  }

  private static final class Merciless extends Faulty {
    Merciless(Pruner sound) {
      super(sound);
    }

    @Override
    public Decision decide(int trial, int rung, List<RungScore> scores) {
      return with(super.decide(trial, rung, scores), false);
    }
  }

  private static final class Lenient extends Faulty {
    Lenient(Pruner sound) {
      super(sound);
    }

    @Override
    public Decision decide(int trial, int rung, List<RungScore> scores) {
      return with(super.decide(trial, rung, scores), true);
    }
  }

  /** Numbers its brackets so that the last one is full. */
  private static final class FromTheEnd extends Faulty {
    private final int trials;

    FromTheEnd(int trials) {
      super(SOUND.pruner().apply(trials));
      this.trials = trials;
    }

    @Override
    public int bracket(int trial) {
      return sound.bracket(trials - 1 - trial);
    }
  }

  /**
   * Ten thousand trials at each of their rungs take a second or two of an idle machine; the limit
   * only tells linear from square.
   */
  @ParameterizedTest
  @MethodSource("methods")
  void tenThousandTrialsAreQuick(PruningMethod method) {
    int trials = 10_000;
    Pruner pruner = method.pruner(trials, 81);
    assertTimeout(
        Duration.ofSeconds(30),
        () -> IntStream.range(0, trials).forEach(trial -> decideAll(pruner, trial)));
  }

  static Stream<PruningMethod> methods() {
    return Stream.of(new SuccessiveHalving(1, 3, 81), new Hyperband(1, 3), new Median(5, 0, 9));
  }

  private static void decideAll(Pruner pruner, int trial) {
    for (int rung = 0; rung < pruner.rungs(trial).size(); rung++) {
      var scores = new ArrayList<RungScore>();
      pruner.peers(trial, rung).forEach(peer -> scores.add(score(peer)));
      scores.add(score(trial));
      pruner.decide(trial, rung, scores);
      pruner.horizon().of(trial);
    }
  }

  private static RungScore score(int trial) {
    return new RungScore(trial, trial * 7919 % 1000, false);
  }
}
