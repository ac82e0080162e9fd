package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.config.SweepFileReader;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Leg;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.Tunable;
import sweep4j.worker.data.DataLoader;
import sweep4j.worker.data.SourceOpener;

/** Prevents long trials taken for short ones, and another order where the order matters. */
class ExpectedTimeTest {
  @TempDir private Path folder;

  private SweepDefinition sweep(String search) throws Exception {
    Example example = Example.in(folder);
    Example.edit(
        example.sweep(),
        "{values: [1.0e-2, 1.0e+6]}",
        "{distribution: log_uniform, min: 1.0e-5, max: 0.1}");
    Example.edit(example.sweep(), "{method: grid}", search);
    return SweepFileReader.read(example.sweep(), List.of());
  }

  private double expected(Map<Tunable, ParameterValue> values) throws Exception {
    SweepDefinition sweep = sweep("{method: random, max_trials: 20}");
    var data = DataLoader.load(sweep.data(), sweep.seed(), SourceOpener.local());
    var request = new TrialRequest(0, 1, 1, new Hyperparameters(values));
    return ExpectedTime.of(sweep, data).applyAsDouble(new Leg(request, 0, 3));
  }

  @Test
  void smallBatchesAndWideNetworksTakeLonger() throws Exception {
    double plain = expected(Map.of(Hyperparameter.BATCH_SIZE, new Whole(16)));
    assertThat(expected(Map.of(Hyperparameter.BATCH_SIZE, new Whole(4)))).isGreaterThan(2 * plain);
    assertThat(expected(Map.of(Hyperparameter.HIDDEN_UNITS, new Widths(List.of(2000, 2000)))))
        .isGreaterThan(2 * plain);
  }

  @Test
  void aContradictionIsNoReasonToFail() throws Exception {
    assertThat(
            expected(
                Map.of(
                    Hyperparameter.HIDDEN_UNITS,
                    new Widths(List.of(4, 4)),
                    Hyperparameter.HIDDEN_LAYERS,
                    new Whole(9))))
        .isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{method: random, max_trials: 20}", "{method: sobol, max_trials: 20}"})
  void trialsOfTheirOwnMayStartInAnyOrder(String search) throws Exception {
    SweepDefinition sweep = sweep(search);
    assertThat(ExpectedTime.mayReorder(sweep, sweep.sampler())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{method: coarse_to_fine, max_trials: 20}",
        "{method: tpe, max_trials: 20}",
        "{method: random, max_trials: 20, pruner: {method: hyperband, min_epochs: 1}}",
        "{method: random, max_trials: 20, try_first: [{learning_rate: 0.01, batch_size: 8}]}"
      })
  void othersMayNot(String search) throws Exception {
    SweepDefinition sweep = sweep(search);
    assertThat(ExpectedTime.mayReorder(sweep, sweep.sampler())).isFalse();
  }
}
