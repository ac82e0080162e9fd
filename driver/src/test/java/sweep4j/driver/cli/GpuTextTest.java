package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sweep4j.trial.Resources;
import sweep4j.worker.training.Footprint;

class GpuTextTest {

  private static final long MEBI = 1 << 20;

  private static Footprint of(long mebibytes) {
    return new Footprint(MEBI, MEBI, 2 * MEBI, MEBI, MEBI, (mebibytes - 6) * MEBI);
  }

  @Test
  void aTrialIsTakenApart() {
    assertThat(GpuText.room(of(38), 23034, new Resources(1)))
        .isEqualTo(
            "resources: a trial like the first takes 38 MiB (parameters 1.00, gradients 1.00,"
                + " updater 2.00, best weights 1.00, mini-batch 1.00, activations and work 32); a"
                + " GPU of 22.5 GiB, CUDA's own share of it aside, has room for 606: gpu: 0.25"
                + " would train 4 side by side");
  }

  /** More than fit would end for want of memory, one after another. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5000 | 1 | has room for 3: gpu: 0.33 would train 3 side by side",
        "8000 | 1 | has room for 2: gpu: 0.5 would train 2 side by side",
        "9000 | 1 | has room for 1: gpu: 1 would train 1 side by side",
        "9000 | 0.25 | has room for 1, and gpu: 0.25 would train 4 side by side",
        "17000 | 1 | is too small for it",
      })
  void asManyAsFit(long mebibytes, double gpu, String advice) {
    assertThat(GpuText.room(of(mebibytes), null, new Resources(gpu)))
        .endsWith("a GPU of 16 GiB, CUDA's own share of it aside, " + advice);
  }
}
