package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sweep4j.driver.study.Refitted;
import sweep4j.trial.RefitPlan;
import sweep4j.trial.RefitRows;
import sweep4j.trial.Task;

class RefitTextTest {

  /** Prevents that a trial is called the winner which a later confirmation has put behind. */
  @Test
  void whatIsNoMoreTheBestIsNotCalledTheWinner() {
    var refitted =
        new Refitted(
            3, 7, new RefitPlan(RefitRows.TRAIN, null, false), 48, 8, 0.25, 0.75, null, null, "");

    assertThat(RefitText.lines(refitted, 0.5, true, Task.CLASSIFICATION))
        .containsExactly(
            "refit: trial 3 anew, 8 epochs on 48 rows (train), in 0.3 s",
            "test accuracy: winner 0.5000; refit, single 0.7500");
    assertThat(RefitText.lines(refitted, 0.5, false, Task.CLASSIFICATION).get(1))
        .isEqualTo("test accuracy: trial 3 itself 0.5000; refit, single 0.7500");
  }
}
