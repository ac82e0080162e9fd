package sweep4j.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import sweep4j.trial.Seeds.Stream;

class SeedsTest {

  /** Two streams with one id would draw the same numbers for two purposes, for ever unseen. */
  @Test
  void noTwoStreamsAreTheSame() {
    assertThat(Arrays.stream(Stream.values()).map(stream -> Seeds.mix(42, stream)))
        .hasSizeGreaterThan(6)
        .doesNotHaveDuplicates();
  }
}
