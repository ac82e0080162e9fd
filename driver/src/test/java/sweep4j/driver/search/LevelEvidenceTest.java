package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sweep4j.driver.space.Domain;

class LevelEvidenceTest {
  private static final Domain NAMES = Spaces.texts("relu", "tanh", "elu");

  /** As many trials as letters, the best first; each letter is the trial's level. */
  private static List<Integer> kept(String ranking) {
    return LevelEvidence.keptLevels(NAMES, trials(ranking), 0);
  }

  private static List<Observation> trials(String ranking) {
    return IntStream.range(0, ranking.length())
        .mapToObj(rank -> new Observation(rank, point(ranking.charAt(rank) - 'a'), rank))
        .toList();
  }

  private static double[] point(int level) {
    return new double[] {NAMES.unitOfLevel(level)};
  }

  /** The only optimum may lie at the learning rate that two trials of its updater did not have. */
  @Test
  void aLevelThatWasTriedOnceOrTwiceIsNeverDropped() {
    assertThat(kept("abababababababababababababababcc")).containsExactly(0, 1, 2);
    assertThat(kept("abababababababababababababababab")).containsExactly(0, 1, 2);
  }

  @Test
  void aLevelWhoseBestIsFarBehindIsDropped() {
    // 5 of 8 better, 3 own: 3/8 * 2/7 * 1/6 * 0 = 0.
    assertThat(kept("ababaccc")).containsExactly(0, 1);
    // 3 of 9 better than the best of 3: 6/9 * 5/8 * 4/7 = 0.238; 5 better: 0.048.
    assertThat(kept("abacbacbc")).containsExactly(0, 1, 2);
    assertThat(kept("abaabcbcc")).containsExactly(0, 1);
  }

  @Test
  void theChanceIsThatOfADrawWithoutReplacement() {
    assertThat(LevelEvidence.chance(9, 3, 3)).isCloseTo(20.0 / 84, within(1e-12));
    assertThat(LevelEvidence.chance(9, 3, 0)).isEqualTo(1.0);
    assertThat(LevelEvidence.chance(9, 3, 7)).isZero();
  }

  /** Accuracies have two or three digits: equals must not be told apart by their numbers. */
  @Test
  void equalCostsAreNoEvidence() {
    List<Observation> equals = new ArrayList<>();
    for (Observation trial : trials("aaaaaaaaaaaaaabbbbbbccc")) {
      equals.add(new Observation(trial.trial(), trial.point(), 0.5));
    }
    assertThat(LevelEvidence.keptLevels(NAMES, equals, 0)).containsExactly(0, 1, 2);
  }

  @Test
  void aLevelThatAlwaysDivergesIsDroppedUnlessAllDo() {
    List<Observation> diverged = new ArrayList<>(trials("aaabbbaaabbb"));
    for (int trial = 12; trial < 16; trial++) {
      diverged.add(new Observation(trial, point(2), trial % 2 == 0 ? Double.NaN : 1.0 / 0));
    }
    assertThat(LevelEvidence.keptLevels(NAMES, diverged, 0)).containsExactly(0, 1);
    assertThat(LevelEvidence.keptLevels(NAMES, diverged.subList(12, 16), 0))
        .containsExactly(0, 1, 2);
  }

  /** The promise in figures: of levels that are alike, one in twenty at most is dropped. */
  @Test
  void levelsThatAreAlikeAreRarelyDropped() {
    var random = new SplittableRandom(1);
    int dropped = 0;
    for (int repeat = 0; repeat < 2000; repeat++) {
      List<Observation> trials = new ArrayList<>();
      for (int trial = 0; trial < 24; trial++) {
        trials.add(new Observation(trial, point(trial % 3), random.nextDouble()));
      }
      dropped += 3 - LevelEvidence.keptLevels(NAMES, trials, 0).size();
    }
    // At most a twentieth of 6,000; and more than none, or there would be no rule.
    assertThat(dropped).isBetween(100, 300);
  }
}
