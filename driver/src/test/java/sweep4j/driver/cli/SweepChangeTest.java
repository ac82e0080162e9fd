package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prevents that a run cannot go on for a change that no result depends on. */
class SweepChangeTest {

  private static final String SWEEP =
      """
      name: a
      data:
        scale: none
        delivery: auto
      search:
        max_trials: 4
      limits:
        max_attempts: 3
      """;

  /** Those of earlier versions did not have the line at all. */
  @ParameterizedTest
  @ValueSource(strings = {"  delivery: read\n", "  delivery: broadcast\n", ""})
  void theDeliveryOfTheDataMayChange(String line) {
    String other = SWEEP.replace("  delivery: auto\n", line);
    assertThat(SweepChange.between(other, SWEEP)).isEqualTo(new SweepChange(null, false));
    assertThat(SweepChange.between(SWEEP, other)).isEqualTo(new SweepChange(null, false));
  }

  /** Who sees the leaderboard and wants to know more of its best need not train them all again. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "confirm:\n  top: 3\n",
        "ensemble:\n  top: 3\n",
        "test:\n  top: 3\n",
        "refit:\n  on: train\n"
      })
  void whatIsDoneWithTheBestMayChange(String section) {
    String other = SWEEP.replace("search:\n", section + "search:\n");
    assertThat(SweepChange.between(other, SWEEP)).isEqualTo(new SweepChange(null, false));
    assertThat(SweepChange.between(SWEEP, other)).isEqualTo(new SweepChange(null, false));
    assertThat(SweepChange.between(other, SWEEP.replace("4", "5")))
        .isEqualTo(new SweepChange(null, true));
    assertThat(SweepChange.between(other, SWEEP.replace("search:", "seek:")).first())
        .isEqualTo(new SweepChange.Line(7, "search:", "seek:"));
    String asWritten = SWEEP.replace("search:\n", "\n" + section + "\nsearch:\n");
    assertThat(SweepChange.between(asWritten, SWEEP)).isEqualTo(new SweepChange(null, false));
    assertThat(SweepChange.between(SWEEP, asWritten)).isEqualTo(new SweepChange(null, false));
  }

  @Test
  void aChangeIsToldByItsLineInTheFileOfTheRun() {
    String other = SWEEP.replace("  delivery: auto\n", "").replace("method", "");
    assertThat(SweepChange.between(SWEEP, other.replace("search:", "seek:")).first())
        .isEqualTo(new SweepChange.Line(5, "search:", "seek:"));
    assertThat(SweepChange.between(other, SWEEP.replace("search:", "seek:")).first())
        .isEqualTo(new SweepChange.Line(4, "search:", "seek:"));
    assertThat(SweepChange.between("name: a\n", SWEEP).first())
        .isEqualTo(new SweepChange.Line(2, "nothing", "data:"));
  }
}
