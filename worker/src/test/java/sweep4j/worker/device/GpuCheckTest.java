package sweep4j.worker.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With what nvidia-smi prints for cards that are not here. */
class GpuCheckTest {

  private static final String TWO_CARDS =
      """
      0, NVIDIA A100-SXM4-40GB, 8.0, 40960 MiB
      1, NVIDIA H100 80GB HBM3, 9.0, 81559 MiB
      """;

  /** A trial on a card without code for it would die in the midst of CUDA, with its process. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0, Tesla K20Xm, 3.5, 5700 MiB | false | Tesla K20Xm, compute capability 3.5, 5.6 GiB",
        "0, Tesla K80, 3.7, 11441 MiB | true | Tesla K80, compute capability 3.7, 11.2 GiB",
        "0, Tesla P100-PCIE-16GB, 6.0, 16280 MiB | true | Tesla P100-PCIE-16GB, compute capability 6.0, 15.9 GiB",
        "0, Tesla V100-SXM2-16GB, 7.0, 16160 MiB | true | Tesla V100-SXM2-16GB, compute capability 7.0, 15.8 GiB",
        "0, Tesla T4, 7.5, 15360 MiB | true | Tesla T4, compute capability 7.5, 15.0 GiB",
        "0, NVIDIA A100-SXM4-40GB, 8.0, 40960 MiB | true | NVIDIA A100-SXM4-40GB, compute capability 8.0, 40.0 GiB",
        "0, NVIDIA GeForce RTX 3090, 8.6, 24576 MiB | true | NVIDIA GeForce RTX 3090, compute capability 8.6, 24.0 GiB",
        "0, NVIDIA L4, 8.9, 23034 MiB | true | NVIDIA L4, compute capability 8.9, 22.5 GiB",
        "0, NVIDIA H100 80GB HBM3, 9.0, 81559 MiB | false | NVIDIA H100 80GB HBM3, compute capability 9.0, 79.6 GiB",
        "0, NVIDIA H200, 9.0, 143771 MiB | false | NVIDIA H200, compute capability 9.0, 140.4 GiB",
        "0, NVIDIA B200, 10.0, 183359 MiB | false | NVIDIA B200, compute capability 10.0, 179.1 GiB",
        "0, NVIDIA GeForce RTX 5090, 12.0, 32607 MiB | false | NVIDIA GeForce RTX 5090, compute capability 12.0, 31.8 GiB",
        "0, NVIDIA GB10, 12.1, [N/A] | false | NVIDIA GB10, compute capability 12.1, memory unknown",
      })
  void aCardIsNamedAndJudged(String line, boolean supported, String words) {
    Cards cards = Cards.parse(line);

    assertThat(cards.problem()).isNull();
    assertThat(cards.all()).singleElement().extracting(Card::isSupported).isEqualTo(supported);
    GpuCheck check = GpuCheck.of(cards, List.of(), true);
    assertThat(check.lines().get(0)).startsWith("GPU 0: " + words);
    if (supported) {
      assertThat(check.problem()).isNull();
    } else {
      assertThat(check.problem())
          .startsWith("GPU 0 is " + words + ", for which this build has no machine code")
          .contains("Needed: GPUs of compute capability 3.7 or 5.0 to 8.x");
    }
  }

  @Test
  void onlyTheCardsThatAProcessMayUseAreJudged() {
    Cards cards = Cards.parse(TWO_CARDS);

    assertThat(GpuCheck.of(cards, List.of("0"), true))
        .isEqualTo(
            new GpuCheck(
                List.of("0"),
                List.of("GPU 0: NVIDIA A100-SXM4-40GB, compute capability 8.0, 40.0 GiB"),
                40960,
                null));
    assertThat(GpuCheck.of(cards, List.of(), true).problem()).startsWith("GPU 1 is NVIDIA H100");
    assertThat(GpuCheck.of(cards, List.of(), true).mebibytes()).isEqualTo(40960);
    assertThat(GpuCheck.of(cards, List.of("7"), true).problem())
        .startsWith("there is no GPU at address 7. Needed:");
  }

  /** Pretend GPUs, on which nothing trains, must not need a card. */
  @Test
  void aBuildForProcessorsFindsNoFault() {
    assertThat(GpuCheck.of(Cards.parse(TWO_CARDS), List.of(), false))
        .satisfies(check -> assertThat(check.problem()).isNull())
        .satisfies(
            check ->
                assertThat(check.lines().get(1))
                    .isEqualTo(
                        "GPU 1: NVIDIA H100 80GB HBM3, compute capability 9.0, 79.6 GiB; the cuda"
                            + " build has no machine code for it"));
    assertThat(GpuCheck.of(Cards.parse(""), List.of(), false).problem()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "No devices were found | nvidia-smi says: No devices were found",
        "'Field \"compute_cap\" is not a valid field to query.' | nvidia-smi says: Field \"compute_cap\" is not a valid field to query.",
        "'' | nvidia-smi lists no GPU",
        "0, NVIDIA L4, 8.9 | nvidia-smi says: 0, NVIDIA L4, 8.9",
      })
  void whatIsNoListOfCardsIsSaidAsItIs(String text, String said) {
    assertThat(GpuCheck.of(Cards.parse(text), List.of(), true).problem())
        .startsWith("no GPU was found, as " + said + ". Needed:");
  }

  /** Its addresses are CUDA's, which counts what it lets a process see, and not nvidia-smi's. */
  @Test
  void addressesAreThoseOfTheVisibleCards() {
    Cards cards = Cards.parse(TWO_CARDS);

    assertThat(cards.visible(null)).isEqualTo(cards);
    assertThat(cards.visible("1").all())
        .containsExactly(new Card("0", "NVIDIA H100 80GB HBM3", 9, 0, 81559));
    assertThat(cards.visible("1,0").addresses()).containsExactly("0", "1");
    assertThat(cards.visible("2").problem())
        .isEqualTo("CUDA_VISIBLE_DEVICES is '2', and nvidia-smi lists no GPU 2");
    assertThat(cards.visible("GPU-8f0c").problem())
        .isEqualTo("CUDA_VISIBLE_DEVICES must be numbers with commas between, but is 'GPU-8f0c'");
  }
}
