package sweep4j.worker.quick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import sweep4j.worker.device.NativeRuntime;

/** Prevents dropout at another share, of related units, or another backward than forward. */
class DroppingTest {
  private static final LayerWorkspaceMgr WORKSPACES = LayerWorkspaceMgr.noWorkspaces();
  private static final int ROWS = 500;
  private static final int COLUMNS = 200;

  @BeforeAll
  static void prepareThread() {
    NativeRuntime.ready();
  }

  private static float[] drop(Dropping dropping) {
    INDArray ones = Nd4j.ones(DataType.FLOAT, ROWS, COLUMNS);
    return dropping.forward(ones, Nd4j.getRandom(), WORKSPACES).data().asFloat();
  }

  private static Dropping dropping(double keep) {
    return Objects.requireNonNull(Dropping.of(new Dropout(keep)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.3, 0.5, 0.8, 0.999})
  void keepsTheShareAndTheMean(double keep) {
    Nd4j.getRandom().setSeed(1);
    float[] values = drop(dropping(keep));
    long kept = IntStream.range(0, values.length).filter(i -> values[i] != 0).count();
    // Five standard deviations of a binomial share.
    double margin = 5 * Math.sqrt(keep * (1 - keep) / values.length);
    assertThat((double) kept / values.length).isCloseTo(keep, within(margin));
    assertThat(values).containsOnly(0f, (float) (1 / keep));
  }

  @Test
  void eachUnitIsDroppedAsOftenAsAnyOtherAndForItself() {
    Nd4j.getRandom().setSeed(2);
    float[] values = drop(dropping(0.5));
    var byColumn = new double[COLUMNS];
    double neighbours = 0;
    double below = 0;
    for (int i = 0; i < values.length; i++) {
      byColumn[i % COLUMNS] += values[i] / 2;
      if (i + COLUMNS < values.length) {
        neighbours += (values[i] - 1) * (values[i + 1] - 1);
        below += (values[i] - 1) * (values[i + COLUMNS] - 1);
      }
    }
    // Chi square of 200 columns of 500 fair coins: mean 200, standard deviation 20.
    double chi = 0;
    for (double count : byColumn) {
      chi += (count - ROWS / 2.0) * (count - ROWS / 2.0) / (ROWS / 4.0);
    }
    assertThat(chi).isBetween(100.0, 300.0);
    assertThat(neighbours / values.length).isCloseTo(0, within(5 / Math.sqrt(values.length)));
    assertThat(below / values.length).isCloseTo(0, within(5 / Math.sqrt(values.length)));
  }

  @Test
  void theGradientPassesWhereTheInputDid() {
    Dropping dropping = dropping(0.4);
    float[] forward = drop(dropping);
    INDArray gradient = Nd4j.ones(DataType.FLOAT, ROWS, COLUMNS);
    assertThat(dropping.backward(gradient).data().asFloat()).isEqualTo(forward);
  }

  @Test
  void aSeedGivesTheSameAndMiniBatchesDiffer() {
    Dropping dropping = dropping(0.5);
    Nd4j.getRandom().setSeed(3);
    float[] first = drop(dropping);
    float[] second = drop(dropping);
    Nd4j.getRandom().setSeed(3);
    assertThat(drop(dropping)).isEqualTo(first).isNotEqualTo(second);
  }

  @Test
  void otherKindsAreLeftToDeeplearning4j() {
    assertThat(Dropping.of(new GaussianDropout(0.5))).isNull();
    assertThat(Dropping.of(null)).isNull();
  }
}
