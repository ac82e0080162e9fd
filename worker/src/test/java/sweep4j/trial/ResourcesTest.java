package sweep4j.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourcesTest {

  /** One more than there is room for would make a trial fail for want of memory. */
  @ParameterizedTest
  @CsvSource({"1, 1", "0.5, 2", "0.4, 2", "0.3, 3", "0.25, 4", "0.2, 5", "0.1, 10", "0.001, 1000"})
  void asManyTrialsTrainOnOneGpuAsTheirSharesFit(double share, int trials) {
    assertThat(new Resources(share).trialsPerGpu()).isEqualTo(trials);
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 1.5, 0.51, 0.999, 0.0009, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void whatSparkWouldNotTakeIsRefused(double gpu) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Resources(gpu))
        .withMessageStartingWith("gpu must be 0, 1, or a share");
  }
}
