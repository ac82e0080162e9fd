package sweep4j.driver.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import sweep4j.driver.Trials;
import sweep4j.driver.confirm.Candidate;
import sweep4j.driver.confirm.Confirmed;
import sweep4j.driver.confirm.Interval;
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

  /** Whoever takes the best from here must get the one that was confirmed, and rank says so. */
  @Test
  void confirmedTrialsComeFirstInTheirOwnOrder() {
    Interval interval = interval();
    var leaderboard =
        Leaderboard.of(TRIALS, Task.CLASSIFICATION, Goal.MINIMIZE)
            .confirmed(
                List.of(
                    new Confirmed(candidate(3), interval, null),
                    new Confirmed(
                        candidate(1),
                        interval,
                        new Confirmed.Behind(0.1, 0.01, 1, OptionalInt.of(9)))))
            .tested(Map.of(1, 0.875, 3, 0.75), 1);

    assertThat(leaderboard.rows())
        .extracting(row -> row.trial().trial())
        .containsExactly(3, 1, 2, 0, 4);
    assertThat(leaderboard.rows())
        .extracting(Leaderboard.Row::rank)
        .containsExactly(1, 2, 3, null, null);
    assertThat(leaderboard.best()).isEqualTo(Trials.completed(3, 0.5));
    assertThat(leaderboard.rows())
        .extracting(Leaderboard.Row::testQuality)
        .containsExactly(0.75, null, null, null, null);
    assertThat(new LeaderboardCsv(Task.CLASSIFICATION, List.of()).text(leaderboard).lines())
        .element(2)
        .asString()
        .contains(",0.5,0.25,-1.5,2.5,false,");
  }

  private static Candidate candidate(int trial) {
    return new Candidate(trial, Trials.request(trial).hyperparameters());
  }

  private static Interval interval() {
    return new Interval(0.5, 0.25, -1.5, 2.5);
  }

  @Test
  void withoutAnObjectiveThereIsNoBest() {
    assertThat(
            Leaderboard.of(List.of(Trials.diverged(0)), Task.CLASSIFICATION, Goal.MINIMIZE).best())
        .isNull();
    assertThat(Leaderboard.of(List.of(), Task.CLASSIFICATION, Goal.MINIMIZE).best()).isNull();
  }
}
