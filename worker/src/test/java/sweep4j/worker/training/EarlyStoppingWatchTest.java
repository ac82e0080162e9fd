package sweep4j.worker.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sweep4j.trial.EarlyStopping;
import sweep4j.worker.training.EarlyStoppingWatch.State;

class EarlyStoppingWatchTest {

  @Test
  void theWorkedExampleOfTheJavadocHolds() {
    var watch = new EarlyStoppingWatch(new EarlyStopping(2, 0.1), State.AT_THE_START);
    assertThat(improves(watch, 1, 1.00)).isTrue();
    assertThat(improves(watch, 2, 0.95)).isTrue();
    assertThat(improves(watch, 3, 0.80)).isTrue();
    assertThat(improves(watch, 4, 0.79)).isTrue();
    assertThat(watch.patienceIsOver()).isFalse();
    assertThat(improves(watch, 5, 0.71)).isTrue();
    assertThat(watch.patienceIsOver()).isTrue();
    assertThat(watch.bestEpoch()).isEqualTo(5);
  }

  @Test
  void anEqualCostIsNoImprovement() {
    var watch = new EarlyStoppingWatch(new EarlyStopping(1, 0.0), State.AT_THE_START);
    assertThat(improves(watch, 1, 0.5)).isTrue();
    assertThat(improves(watch, 2, 0.5)).isFalse();
    assertThat(watch.patienceIsOver()).isTrue();
    assertThat(watch.bestEpoch()).isEqualTo(1);
  }

  @Test
  void patienceStartsAnewWithEachImprovement() {
    var watch = new EarlyStoppingWatch(new EarlyStopping(2, 0.0), State.AT_THE_START);
    double[] costs = {5, 6, 4, 5, 3, 4};
    for (int i = 0; i < costs.length; i++) {
      improves(watch, i + 1, costs[i]);
      assertThat(watch.patienceIsOver()).as("after epoch %d", i + 1).isFalse();
    }
    improves(watch, 7, 3);
    assertThat(watch.patienceIsOver()).isTrue();
    assertThat(watch.bestEpoch()).isEqualTo(5);
  }

  /** Accuracy may still rise where the loss has turned. */
  @Test
  void theBestEpochIsByTheSweepsMetricAndPatienceByTheWatchedOne() {
    var watch = new EarlyStoppingWatch(new EarlyStopping(2, 0.0), State.AT_THE_START);
    assertThat(watch.improves(1, 5.0, 0.30)).isTrue();
    assertThat(watch.improves(2, 4.0, 0.31)).isTrue();
    assertThat(watch.patienceIsOver()).isFalse();
    assertThat(watch.improves(3, 3.0, 0.32)).isTrue();
    assertThat(watch.patienceIsOver()).isTrue();
    assertThat(watch.bestEpoch()).isEqualTo(3);
  }

  private static boolean improves(EarlyStoppingWatch watch, int epoch, double cost) {
    return watch.improves(epoch, cost, cost);
  }
}
