package sweep4j.driver.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import sweep4j.driver.Trials;
import sweep4j.driver.search.Observation;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Goal;

class StandingTest {

  private static final SearchSpace NOTHING = new SearchSpace(List.of());

  @Test
  void thePrefixEndsAtTheFirstTrialThatIsOut() {
    var standing = new Standing(Goal.MINIMIZE, NOTHING, 4, 1);
    standing.add(Trials.completed(1, 0.5));
    assertThat(standing.prefix()).isZero();

    standing.add(Trials.diverged(0));
    assertThat(standing.prefix()).isEqualTo(2);
    standing.add(Trials.failed(2, "no luck"));
    standing.add(Trials.completed(3, 0.5));
    assertThat(standing.prefix()).isEqualTo(4);
    assertThat(standing.hasEnded(3)).isTrue();
  }

  @Test
  void samplersSeeCostsInTheOrderOfNumbers() {
    var standing = new Standing(Goal.MAXIMIZE, NOTHING, 3, 1);
    standing.add(Trials.completed(2, 0.75));
    standing.add(Trials.completed(0, 0.5));
    standing.add(Trials.diverged(1));

    assertThat(standing.observations(3))
        .containsExactly(
            new Observation(0, new double[0], -0.5),
            new Observation(1, new double[0], Double.POSITIVE_INFINITY),
            new Observation(2, new double[0], -0.75));
    assertThat(standing.leaders().costToBeat()).isEqualTo(-0.75);
  }

  @Test
  void aTrialThatIsOutIsNeverShown() {
    var standing = new Standing(Goal.MINIMIZE, NOTHING, 3, 1);
    standing.add(Trials.completed(1, 0.5));

    assertThatThrownBy(() -> standing.observations(2))
        .hasMessageContaining("trial 0 has not ended");
  }

  @Test
  void aTrialWithoutAnObjectiveIsNeverTheBest() {
    var standing = new Standing(Goal.MINIMIZE, NOTHING, 2, 1);

    standing.add(Trials.diverged(0));

    assertThat(standing.leaders().first()).isNull();
    assertThat(standing.trials()).containsExactly(Trials.diverged(0));
  }
}
