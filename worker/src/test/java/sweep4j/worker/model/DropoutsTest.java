package sweep4j.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.worker.device.NativeRuntime;

/** The formulas behind the names, on many draws. */
class DropoutsTest {

  private static final int DRAWS = 200_000;

  /** Five standard errors of a mean of so many draws of variance below 4. */
  private static final double TOLERANCE = 5 * 2 / Math.sqrt(DRAWS);

  @BeforeAll
  static void load() {
    NativeRuntime.ready();
  }

  @ParameterizedTest
  @CsvSource({"0.2, 0.25", "0.5, 1.0"})
  void gaussianDropoutMultipliesByADrawOfMeanOneAndVarianceOfTheOddsOfDropping(
      double share, double variance) {
    INDArray out = dropped("gaussian", share, Nd4j.ones(DataType.FLOAT, 1, DRAWS));
    assertThat(out.meanNumber().doubleValue()).isCloseTo(1, within(TOLERANCE));
    assertThat(out.varNumber().doubleValue()).isCloseTo(variance, within(5 * variance * 0.01));
  }

  @ParameterizedTest
  @CsvSource({"0.2", "0.5"})
  void standardDropoutSetsTheShareToZeroAndScalesTheRest(double share) {
    INDArray out = dropped("standard", share, Nd4j.ones(DataType.FLOAT, 1, DRAWS));
    double kept = out.gt(0).castTo(DataType.FLOAT).meanNumber().doubleValue();
    assertThat(kept).isCloseTo(1 - share, within(TOLERANCE));
    assertThat(out.maxNumber().doubleValue()).isCloseTo(1 / (1 - share), within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"0.1", "0.3"})
  void alphaDropoutKeepsMeanAndVarianceOfStandardizedOutputs(double share) {
    Nd4j.getRandom().setSeed(5);
    INDArray in = Nd4j.randn(DataType.FLOAT, 1, DRAWS);
    INDArray out = dropped("alpha", share, in);
    assertThat(out.meanNumber().doubleValue()).isCloseTo(0, within(TOLERANCE));
    assertThat(out.varNumber().doubleValue()).isCloseTo(1, within(5 * 0.01));
    assertThat(out).isNotEqualTo(in);
  }

  @Test
  void noneIsNone() {
    assertThat(Dropouts.ofHidden(Hyperparameters.defaults())).isNull();
    assertThat(Dropouts.ofInput(Hyperparameters.defaults())).isNull();
  }

  private static INDArray dropped(String kind, double share, INDArray in) {
    var h =
        Nets.with(
            Nets.with(Hyperparameters.defaults(), Hyperparameter.DROPOUT, share),
            Hyperparameter.DROPOUT_KIND,
            kind);
    IDropout dropout = Objects.requireNonNull(Dropouts.ofHidden(h));
    Nd4j.getRandom().setSeed(3);
    INDArray out = Nd4j.create(DataType.FLOAT, in.shape());
    return dropout.applyDropout(in, out, 0, 0, LayerWorkspaceMgr.noWorkspacesImmutable());
  }
}
