package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sweep4j.driver.search.SearchMethod.Grid;
import sweep4j.driver.space.Fixed;
import sweep4j.driver.space.IntUniform;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ParameterValue.Text;

class GridSamplerTest {

  @Test
  void everyCellComesExactlyOnce() {
    Sampler grid = new Grid().sampler(SearchTask.of(Spaces.finite(), 1000, 0));
    Map<Hyperparameters, Integer> counts = new HashMap<>();
    for (double[] point : Replay.of(grid, Spaces.finite(), point -> 0.0).points()) {
      counts.merge(Spaces.finite().at(point), 1, Integer::sum);
    }
    assertThat(Grid.cells(Spaces.finite())).isEqualTo(5 * 3 * 4 * 2);
    assertThat(grid.trials()).isEqualTo(120);
    assertThat(counts).hasSize(120).allSatisfy((cell, count) -> assertThat(count).isEqualTo(1));
  }

  @Test
  void theLastParameterVariesFastest() {
    var space =
        new SearchSpace(
            List.of(
                new Parameter(Hyperparameter.ACTIVATION, Spaces.texts("relu", "tanh")),
                new Parameter(Hyperparameter.UPDATER, new Fixed(new Text("sgd"))),
                new Parameter(Hyperparameter.BATCH_SIZE, Spaces.wholes(8, 16, 32))));
    var cells =
        Replay.of(new Grid().sampler(SearchTask.of(space, 6, 0)), space, point -> 0.0).points();
    assertThat(cells.stream().map(space::at))
        .extracting(
            values ->
                values.text(Hyperparameter.ACTIVATION)
                    + " "
                    + values.whole(Hyperparameter.BATCH_SIZE))
        .containsExactly("relu 8", "relu 16", "relu 32", "tanh 8", "tanh 16", "tanh 32");
  }

  @Test
  void aSpaceWithNothingToVaryIsOneCell() {
    var space = Spaces.only(Hyperparameter.UPDATER, new Fixed(new Text("sgd")));
    Sampler grid = new Grid().sampler(SearchTask.of(space, 1, 0));
    assertThat(grid.trials()).isEqualTo(1);
    assertThat(space.at(grid.suggest(0, List.of())).text(Hyperparameter.UPDATER)).isEqualTo("sgd");
  }

  @Test
  void aContinuumIsRefusedWithTheRemedy() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Grid.cells(Spaces.mixed()))
        .withMessageContainingAll("learning_rate", "`steps: N`", "`values: [...]`");
  }

  @Test
  void tooManyCellsAreRefusedAndNotWrappedRound() {
    // 2^24 * 2^20 * 2^20 = 2^64, which a long would wrap round to 0.
    var space =
        new SearchSpace(
            List.of(
                new Parameter(Hyperparameter.BATCH_SIZE, new IntUniform(1, 1 << 24)),
                new Parameter(Hyperparameter.HIDDEN_UNITS, new IntUniform(1, 1 << 20)),
                new Parameter(Hyperparameter.LEARNING_RATE, new IntUniform(1, 1 << 20))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Grid.cells(space))
        .withMessageContaining("2^63");
  }

  @Test
  void aGridIsNeverCutShort() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Grid().sampler(SearchTask.of(Spaces.finite(), 119, 0)))
        .withMessageContainingAll("120 cells", "119", "max_trials");
  }
}
