package sweep4j.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import sweep4j.trial.GradientNorms.Verdict;

class GradientNormsTest {

  private static final List<Double> SOUND = List.of(0.1, 0.2);
  private static final List<Double> VANISHING = List.of(0.9e-4, 0.1);

  @Test
  void vanishingIsAMatterOfMostEpochs() {
    assertThat(of(List.of(SOUND, VANISHING, VANISHING))).isEqualTo(Verdict.VANISHING);
    assertThat(of(List.of(SOUND, VANISHING))).isEqualTo(Verdict.SOUND);
    assertThat(of(List.of(List.of(1.1e-4, 0.1)))).isEqualTo(Verdict.SOUND);
    assertThat(of(List.of())).isEqualTo(Verdict.SOUND);
  }

  @Test
  void explodingIsAMatterOfOneEpoch() {
    assertThat(of(List.of(SOUND, List.of(0.1, 1001.0)))).isEqualTo(Verdict.EXPLODING);
    assertThat(of(List.of(SOUND, List.of(Double.NaN, 0.1)))).isEqualTo(Verdict.EXPLODING);
    assertThat(of(List.of(VANISHING, List.of(Double.POSITIVE_INFINITY, 0.1))))
        .isEqualTo(Verdict.EXPLODING);
    assertThat(of(List.of(List.of(1000.0, 1.0)))).isEqualTo(Verdict.SOUND);
  }

  @Test
  void eachLayerHasANormInEachEpoch() {
    assertThatThrownBy(() -> of(List.of(List.of(0.1))))
        .hasMessage("2 layers must have as many norms, but got [0.1]");
  }

  private static Verdict of(List<List<Double>> epochs) {
    return new GradientNorms(List.of("0", "1"), epochs).verdict();
  }
}
