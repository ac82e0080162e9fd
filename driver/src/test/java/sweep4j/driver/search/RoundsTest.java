package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundsTest {

  @Test
  void whatDoesNotDivideGoesToTheFirstRounds() {
    var rounds = Rounds.of(11, 3);
    assertThat(IntStream.rangeClosed(1, 3).map(rounds::size)).containsExactly(4, 4, 3);
    assertThat(IntStream.rangeClosed(1, 3).map(rounds::first)).containsExactly(0, 4, 8);
    assertThat(IntStream.range(0, 11).map(rounds::of))
        .containsExactly(1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3);
  }

  @Test
  void aRoundBeginsWhenAllButALagOfTheOneBeforeHaveEnded() {
    var rounds = Rounds.of(60, 3);
    assertThat(IntStream.rangeClosed(1, 3).map(rounds::needs)).containsExactly(0, 17, 37);
    assertThat(Rounds.of(10, 2).needs(2)).isEqualTo(5);
    // A sixth of 60 and two thirds of 40.
    assertThat(Rounds.of(200, 2).needs(2)).isEqualTo(100 - 10 - 26);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,5", "2,5", "5,5", "7,3", "60,3", "61,7", "1000,999"})
  void everyTrialIsInTheRoundThatHoldsIt(int trials, int wanted) {
    var rounds = Rounds.of(trials, wanted);
    assertThat(rounds.rounds()).isEqualTo(Math.min(trials, wanted));
    assertThat(IntStream.rangeClosed(1, rounds.rounds()).map(rounds::size).sum()).isEqualTo(trials);
    for (int trial = 0; trial < trials; trial++) {
      int round = rounds.of(trial);
      int first = rounds.first(round);
      assertThat(trial).isBetween(first, first + rounds.size(round) - 1);
    }
  }
}
