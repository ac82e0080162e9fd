package sweep4j.worker.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.EarlyStopping;
import sweep4j.trial.GradientNorms;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Leg;
import sweep4j.trial.Metric;
import sweep4j.trial.ModelType;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Flag;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.Tunable;
import sweep4j.trial.Workload;
import sweep4j.worker.data.Batch;
import sweep4j.worker.data.DataException;
import sweep4j.worker.data.DataLoader;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.data.SourceOpener;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.model.NetworkShape;
import sweep4j.worker.model.Networks;
import sweep4j.worker.model.TrainingLength;

class GradientProbeTest {

  private static PreparedData digits;

  @BeforeAll
  static void load() throws DataException, IOException {
    NativeRuntime.ready();
    digits =
        DataLoader.load(
            new DataSettings(
                new DataSource.Csv(
                    Path.of("..", "sweeps", "data", "digits.csv").toRealPath().toString(), "label"),
                Task.CLASSIFICATION,
                new HeldOut.Share(0.15),
                new HeldOut.Share(0.15),
                Scale.STANDARDIZE),
            42,
            SourceOpener.local());
  }

  /** A step of plain gradient descent at rate 1 is the gradient itself. */
  @Test
  void theNormsAreThoseOfAStep() {
    Hyperparameters h =
        values(
            Map.of(
                Hyperparameter.UPDATER, new Text("sgd"),
                Hyperparameter.LEARNING_RATE, new Real(1.0),
                Hyperparameter.HIDDEN_UNITS, new Widths(List.of(7, 6))));
    try (Network network =
            Network.of(
                Networks.configure(
                    new ModelType.Mlp(),
                    new NetworkShape(Task.CLASSIFICATION, 64, 10),
                    h,
                    new TrainingLength(1, 1),
                    9));
        Batch batch = digits.batches(digits.training(), 256).inOrder().next()) {
      var probe = new GradientProbe(digits, new GradientNorms(List.of(), List.of()));
      INDArray before = network.params().dup();
      probe.measure(network);
      assertThat(network.params()).isEqualTo(before);

      network.fit(batch.toDataSet());
      INDArray step = before.sub(network.params());
      long[] sizes = {64 * 7 + 7, 7 * 6 + 6, 6 * 10 + 10};
      List<Double> norms = probe.norms().epochs().get(0);
      assertThat(probe.norms().layers()).containsExactly("0", "1", "2");
      long from = 0;
      for (int layer = 0; layer < sizes.length; layer++) {
        double sum = 0;
        for (long i = from; i < from + sizes[layer]; i++) {
          sum += step.getDouble(i) * step.getDouble(i);
        }
        from += sizes[layer];
        // Weights of about 1 are rounded at 6e-8 in each of some 500 places.
        assertThat(norms.get(layer)).isCloseTo(Math.sqrt(sum), within(2e-6));
      }
    }
  }

  /** To look must not change what is looked at, dropout and running statistics included. */
  @Test
  void theTrainingIsTheSameWithAndWithoutIt() {
    Hyperparameters h =
        values(
            Map.of(
                Hyperparameter.DROPOUT, new Real(0.3),
                Hyperparameter.WEIGHT_NOISE, new Real(0.01),
                Hyperparameter.BATCH_NORM, new Flag(true)));
    TrialOutcome with = runner(4, true).run(request(h), Double.POSITIVE_INFINITY);
    TrialOutcome without = runner(4, false).run(request(h), Double.POSITIVE_INFINITY);
    assertThat(with.result().curve()).isEqualTo(without.result().curve());
    assertThat(with.model()).isEqualTo(without.model());
    assertThat(without.result().gradientNorms()).isNull();
    assertThat(norms(with).epochs()).hasSize(4);
  }

  @Test
  void aPausedTrialGoesOnWithTheNormsItHad() {
    Hyperparameters h = values(Map.of(Hyperparameter.DROPOUT, new Real(0.3)));
    var runner = runner(3, true);
    byte[] checkpoint =
        runner.run(new Leg(request(h), 0, 2), null, Double.POSITIVE_INFINITY).checkpoint();
    TrialOutcome paused =
        runner.run(new Leg(request(h), 2, 3), checkpoint, Double.POSITIVE_INFINITY);
    assertThat(norms(paused)).isEqualTo(norms(runner.run(request(h), Double.POSITIVE_INFINITY)));
  }

  @Test
  void twentyLayersOfSigmoidLetTheGradientVanishAndTwoDoNot() {
    assertThat(verdict(20)).isEqualTo(GradientNorms.Verdict.VANISHING);
    assertThat(verdict(2)).isEqualTo(GradientNorms.Verdict.SOUND);
  }

  private static GradientNorms.Verdict verdict(int layers) {
    Hyperparameters h =
        values(
            Map.of(
                Hyperparameter.ACTIVATION, new Text("sigmoid"),
                Hyperparameter.HIDDEN_UNITS, new Widths(List.of(32)),
                Hyperparameter.HIDDEN_LAYERS, new Whole(layers)));
    return norms(runner(3, true).run(request(h), Double.POSITIVE_INFINITY)).verdict();
  }

  private static GradientNorms norms(TrialOutcome outcome) {
    assertThat(outcome.result().error()).isNull();
    return Objects.requireNonNull(outcome.result().gradientNorms());
  }

  private static Hyperparameters values(Map<Tunable, ParameterValue> values) {
    return new Hyperparameters(values);
  }

  private static TrialRequest request(Hyperparameters h) {
    return new TrialRequest(0, 1, 77, h);
  }

  private static TrialRunner runner(int epochs, boolean gradientNorms) {
    return new TrialRunner(
        digits,
        new Workload(
            new ModelType.Mlp(),
            Hyperparameters.defaults(),
            epochs,
            EarlyStopping.never(),
            Metric.VALIDATION_LOSS,
            gradientNorms),
        "here");
  }
}
