package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sweep4j.trial.Seeds;

/**
 * What every pruner must keep.
 *
 * @param trials how many there are
 * @param maxEpochs epochs of a whole trial
 * @param symmetric whether the trials of a bracket are each other's peers
 * @param pruner from the number of trials
 */
record PrunerContract(
    String name, int trials, int maxEpochs, boolean symmetric, IntFunction<Pruner> pruner) {

  private static final int[] SLOTS = {1, 2, 7, 64};

  /** The whole contract; {@code seed} gives the learning curves and the order of ends. */
  void check(long seed) {
    rungsAreInRange();
    peersAreHonest();
    theHorizonNeverRecedes();
    moreTrialsChangeNothingBefore();
    nobodyWaitsInACircle(seed);
    decisionsAreTheSameInAnyOrder(seed);
    decisionsFollowFromTheScoresAlone(seed);
    theBestGoesOn(seed);
  }

  /** A rung at or beyond a trial's last epoch would make it wait after it has ended. */
  void rungsAreInRange() {
    Pruner tested = pruner.apply(trials);
    for (int trial = 0; trial < trials; trial++) {
      int before = 0;
      for (int rung : tested.rungs(trial)) {
        assertThat(rung).isBetween(before + 1, maxEpochs - 1);
        before = rung;
      }
    }
  }

  void peersAreHonest() {
    Pruner tested = pruner.apply(trials);
    for (int trial = 0; trial < trials; trial++) {
      for (int rung = 0; rung < tested.rungs(trial).size(); rung++) {
        int before = -1;
        for (int peer : tested.peers(trial, rung)) {
          assertThat(peer).isBetween(before + 1, trials - 1).isNotEqualTo(trial);
          assertThat(tested.bracket(peer)).isEqualTo(tested.bracket(trial));
          assertThat(tested.rungs(peer)).isEqualTo(tested.rungs(trial));
          if (symmetric) {
            assertThat(tested.peers(peer, rung)).contains(trial);
          } else {
            assertThat(peer).isLessThan(trial);
          }
          before = peer;
        }
      }
    }
  }

  void theHorizonNeverRecedes() {
    Pruner tested = pruner.apply(trials);
    int before = 0;
    for (int trial = 0; trial < trials; trial++) {
      assertThat(tested.horizon().of(trial)).isBetween(before, trial);
      before = tested.horizon().of(trial);
    }
  }

  /** The sampler is made for the horizon before anybody knows how many trials it has. */
  void moreTrialsChangeNothingBefore() {
    Pruner some = pruner.apply(trials);
    Pruner more = pruner.apply(2 * trials);
    for (int trial = 0; trial < trials; trial++) {
      assertThat(more.rungs(trial)).isEqualTo(some.rungs(trial));
      assertThat(more.bracket(trial)).isEqualTo(some.bracket(trial));
      assertThat(more.horizon().of(trial)).isEqualTo(some.horizon().of(trial));
    }
  }

  /** A sweep in which each trial waits for another hangs without a word. */
  void nobodyWaitsInACircle(long seed) {
    Horizon horizon = pruner.apply(trials).horizon();
    nobodyWaitsInACircle(seed, trial -> 0);
    // The most that a sampler may need; whoever needs less starts no later.
    nobodyWaitsInACircle(seed, horizon::of);
  }

  void nobodyWaitsInACircle(long seed, IntUnaryOperator needs) {
    for (int slots : SLOTS) {
      assertThat(run(seed, needs, slots, seed + slots).unfinished())
          .as("trials that never end with %s slots", slots)
          .isEmpty();
    }
  }

  void decisionsAreTheSameInAnyOrder(long seed) {
    List<List<Decision>> expected = run(seed, trial -> 0, 1, 0).decisions();
    for (int slots : SLOTS) {
      for (int clock = 0; clock < 3; clock++) {
        assertThat(run(seed, trial -> 0, slots, clock).decisions()).isEqualTo(expected);
      }
    }
  }

  /**
   * The same scores are given again to a pruner that has seen others in between, and to one that
   * has seen none.
   */
  void decisionsFollowFromTheScoresAlone(long seed) {
    Pruner tested = pruner.apply(trials);
    List<Question> questions = questions(tested, seed).toList();
    List<Decision> first = questions.stream().map(question -> question.ask(tested)).toList();
    for (int i = questions.size() - 1; i >= 0; i--) {
      Question question = questions.get(i);
      assertThat(question.ask(tested)).as("%s again", question).isEqualTo(first.get(i));
      assertThat(question.ask(pruner.apply(trials))).isEqualTo(first.get(i));
    }
  }

  /** A sweep must not prune all that it has, nor spend epochs on what has diverged. */
  void theBestGoesOn(long seed) {
    Pruner tested = pruner.apply(trials);
    questions(tested, seed)
        .forEach(
            question -> {
              Decision decision = question.ask(tested);
              boolean hasCost = question.own().cost() < Double.POSITIVE_INFINITY;
              boolean othersHave =
                  question.scores().stream().anyMatch(s -> Double.isFinite(s.cost()));
              if (question.rank() == 1 && hasCost) {
                assertThat(decision.goesOn()).as("%s", question).isTrue();
              }
              if (!hasCost && othersHave) {
                assertThat(decision.goesOn()).as("%s", question).isFalse();
              }
              if (decision.goesOn() && hasCost) {
                assertThat(question.withOwnCost(-1.0).ask(tested).goesOn()).isTrue();
              }
            });
  }

  /** What a pruner may be asked. */
  private record Question(int trial, int rung, List<RungScore> scores) {
    Decision ask(Pruner pruner) {
      return pruner.decide(trial, rung, scores);
    }

    RungScore own() {
      return scores.stream().filter(score -> score.trial() == trial).findAny().orElseThrow();
    }

    long rank() {
      return 1
          + scores.stream().filter(score -> score.cost() < own().cost()).count()
          + scores.stream()
              .filter(score -> score.cost() == own().cost() && score.trial() < trial)
              .count();
    }

    Question withOwnCost(double cost) {
      return new Question(
          trial,
          rung,
          scores.stream()
              .map(score -> score.trial() == trial ? new RungScore(trial, cost, false) : score)
              .toList());
    }
  }

  /** One for each trial and rung: a random part of its peers, a fifth of them without a cost. */
  private Stream<Question> questions(Pruner tested, long seed) {
    return IntStream.range(0, trials)
        .boxed()
        .flatMap(
            trial ->
                IntStream.range(0, tested.rungs(trial).size())
                    .mapToObj(rung -> question(tested, trial, rung, seed)));
  }

  private static Question question(Pruner tested, int trial, int rung, long seed) {
    var random = Seeds.random(seed, Seeds.Stream.TRIAL, trial, rung);
    var numbers = new ArrayList<Integer>();
    numbers.add(trial);
    tested.peers(trial, rung).stream().filter(peer -> random.nextBoolean()).forEach(numbers::add);
    return new Question(
        trial,
        rung,
        numbers.stream()
            .sorted()
            .map(
                number ->
                    new RungScore(
                        number,
                        random.nextInt(5) == 0
                            ? Double.POSITIVE_INFINITY
                            : random.nextInt(100) / 100.0,
                        number != trial && random.nextInt(4) == 0))
            .toList());
  }

  private VirtualSweep.Outcome run(long seed, IntUnaryOperator needs, int slots, long clock) {
    return VirtualSweep.run(
        pruner.apply(trials), trials, new VirtualTrials(seed, maxEpochs), needs, slots, clock);
  }

  @Override
  public String toString() {
    return name;
  }
}
