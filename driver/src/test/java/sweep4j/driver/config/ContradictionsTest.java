package sweep4j.driver.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prevents that a part of a sweep fails trial by trial where the sweep file could have told. */
class ContradictionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "method: random, max_trials: 10 | gradient_clip_norm: {distribution: uniform, min: 0.1, max: 1}, gradient_clip_value: {value: 2}"
            + " | and gradient_clip_value is 2.0: one of them must be 0",
        "method: grid | hidden_units: {values: [[8, 4], [8, 8, 8]]}, hidden_layers: {values: [2, 3]}"
            + " | hidden_layers is 3, but hidden_units lists only 2 widths",
        "method: random, max_trials: 10 | batch_norm: {values: [true, false]}, batch_size: {distribution: int_uniform, min: 1, max: 20}"
            + " | batch_norm is true, but batch_size is 1",
      })
  void valuesThatCannotHoldTogetherAreAnErrorBeforehand(
      String method, String parameters, String words, @TempDir Path folder) throws Exception {
    assertThat(SweepText.problems(folder, text(method, parameters)))
        .singleElement()
        .asString()
        .startsWith("14: parameters must hold together in every trial, but in some ")
        .contains(words)
        .endsWith("; narrow a range, or let one exist only \"when\" the other allows it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "method: random, max_trials: 10 | batch_norm: {values: [true, false]}, batch_size: {distribution: int_uniform, min: 2, max: 20}",
        "method: random, max_trials: 10 | batch_size: {values: [1, 9]}, batch_norm: {values: [true, false], when: {batch_size: [9]}}",
      })
  void whatHoldsTogetherIsNone(String method, String parameters, @TempDir Path folder)
      throws Exception {
    assertThat(SweepText.problems(folder, text(method, parameters))).isEmpty();
  }

  private static String text(String method, String parameters) {
    String head = SweepText.SOUND.substring(0, SweepText.SOUND.indexOf("parameters:"));
    return head.replace("method: random, max_trials: 10", method)
            .replace("model: {hidden_units: [64, 32]}\n", "")
        + "parameters: {"
        + parameters
        + "}\n";
  }
}
