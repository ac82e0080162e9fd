package sweep4j.driver.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sweep4j.driver.Trials;
import sweep4j.trial.Goal;
import sweep4j.trial.Task;
import sweep4j.trial.TrialRecord;

class LeaderboardTest {

  private static final List<TrialRecord> TRIALS =
      List.of(
          Trials.diverged(4),
          Trials.completed(3, 0.5),
          Trials.completed(2, 0.75),
          Trials.failed(0, "no luck"),
          Trials.completed(1, 0.5));

  @Test
  void theBetterComeFirstEqualsByNumberAndTheRestByNumber() {
    var leaderboard = Leaderboard.of(TRIALS, Task.CLASSIFICATION, Goal.MINIMIZE);

    assertThat(leaderboard.rows())
        .extracting(row -> row.trial().trial())
        .containsExactly(1, 3, 2, 0, 4);
    assertThat(leaderboard.rows())
        .extracting(Leaderboard.Row::rank)
        .containsExactly(1, 2, 3, null, null);
    assertThat(leaderboard.best()).isEqualTo(Trials.completed(1, 0.5));
  }

  /** With the direction forgotten the worst trial would be the best. */
  @Test
  void theHigherComesFirstWhereMoreIsBetter() {
    var leaderboard = Leaderboard.of(TRIALS, Task.CLASSIFICATION, Goal.MAXIMIZE);

    assertThat(leaderboard.rows())
        .extracting(row -> row.trial().trial())
        .containsExactly(2, 1, 3, 0, 4);
    assertThat(leaderboard.best()).isEqualTo(Trials.completed(2, 0.75));
  }

  /** Else the winner of an earlier part of the run would look as if it had been chosen for it. */
  @Test
  void aTrialThatIsNoLongerAmongTheBestShowsNoTestScore() {
    var leaderboard =
        Leaderboard.of(TRIALS, Task.CLASSIFICATION, Goal.MINIMIZE)
            .tested(Map.of(1, 0.875, 3, 0.75, 2, 0.625), 2);

    assertThat(leaderboard.rows())
        .extracting(Leaderboard.Row::testQuality)
        .containsExactly(0.875, 0.75, null, null, null);
  }

  @Test
  void withoutAnObjectiveThereIsNoBest() {
    assertThat(
            Leaderboard.of(List.of(Trials.diverged(0)), Task.CLASSIFICATION, Goal.MINIMIZE).best())
        .isNull();
    assertThat(Leaderboard.of(List.of(), Task.CLASSIFICATION, Goal.MINIMIZE).best()).isNull();
  }
}
