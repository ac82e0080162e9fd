package sweep4j.bench.confirm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What confirmation promises, on simulated sweeps whose truth is known: the small brother of {@code
 * deploy/bench/confirm}. The seed is fixed, so that a result is the same each time; 500 sweeps have
 * 3,000 intervals, whose coverage has a standard error of 0.4 points, or 1 where all of a sweep
 * share their luck. So a bar at 93 to 97 is missed by chance in one seed out of twenty at worst,
 * and this is none of these.
 */
class TallyTest {

  private static final int SWEEPS = 500;

  /** Whatever luck is made of: a correction that suits one cause fails with another. */
  @ParameterizedTest
  @CsvSource({"1.0, 0.0, 0.0, 0.0", "0.0, 0.0, 1.0, 0.0", "0.7, 0.7, 0.7, 0.3"})
  void intervalsCoverAndTheChosenIsCloserToTheBest(
      double seed, double shared, double own, double learned) {
    Tally tally = Tally.of(new Noise(seed, shared, own, learned), 1, 5, 5, SWEEPS, 7);

    assertThat(tally.coverage()).isBetween(0.93, 0.97);
    assertThat(tally.bestNotTied()).isLessThanOrEqualTo(0.05);
    assertThat(tally.regretConfirmed()).isLessThanOrEqualTo(0.5 * tally.regretByValidation());
  }

  /** Where all are equal, each is a truly best one, and most are told apart by chance. */
  @Test
  void aTrulyBestIsTiedWhereAllAreEqual() {
    Tally tally = Tally.of(new Noise(0.7, 0.7, 0.7, 0.0), 0, 5, 5, SWEEPS, 7);

    assertThat(tally.bestNotTied()).isLessThanOrEqualTo(0.05);
    assertThat(tally.coverage()).isBetween(0.93, 0.97);
  }

  /** Splits that overlap fail the same bars, by which they are seen not to be idle. */
  @Test
  void overlappingSplitsWouldNotCover() {
    Tally rows = Tally.of(new Noise(0.0, 0.0, 1.0, 0.0), 1, 5, 5, SWEEPS, 7);
    Tally seeds = Tally.of(new Noise(1.0, 0.0, 0.0, 0.0), 1, 5, 5, SWEEPS, 7);

    assertThat(rows.plainCoverage()).isLessThan(0.93);
    assertThat(seeds.correctedCoverage()).isGreaterThan(0.97);
  }
}
