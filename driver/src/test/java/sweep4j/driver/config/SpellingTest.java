package sweep4j.driver.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "seed, seed, 0",
    "sed, seed, 1",
    "sede, seed, 2",
    "learningRate, learning_rate, 1",
    "kitten, sitting, 3",
    "'', abc, 3",
    "abc, '', 3"
  })
  void countsWhatIsWrong(String from, String to, int distance) {
    assertThat(Spelling.distance(from, to)).isEqualTo(distance);
    assertThat(Spelling.distance(to, from)).isEqualTo(distance);
  }

  @Test
  void namesTheNearest() {
    assertThat(Spelling.nearest("max_trial", List.of("max_epochs", "max_trials")))
        .contains("max_trials");
  }

  @Test
  void keepsSilentWhenNothingIsNear() {
    assertThat(Spelling.nearest("momentum", List.of("min", "max", "dropout"))).isEmpty();
  }
}
