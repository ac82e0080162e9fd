package sweep4j.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;

/** Prevents a catalogue that contradicts itself, which every sweep file would then inherit. */
class HyperparameterTest {

  @Test
  void keysAreDifferentAndFitForAFile() {
    assertThat(Arrays.stream(Hyperparameter.values()).map(Hyperparameter::key))
        .doesNotHaveDuplicates()
        .allSatisfy(key -> assertThat(key).matches("[a-z][a-z0-9_]*"));
  }

  @ParameterizedTest
  @EnumSource(Hyperparameter.class)
  void theDefaultIsLegalInEveryContext(Hyperparameter each) {
    assertThat(each.legal().allows(Hyperparameters.defaults().value(each))).isTrue();
    UsedWith usedWith = each.usedWith();
    if (usedWith != null) {
      for (ParameterValue value : usedWith.values()) {
        var context = Hyperparameters.defaults().with(usedWith.other(), value);
        assertThat(usedWith.holdsIn(context)).isTrue();
        assertThat(each.legal().allows(context.value(each))).as(value.toString()).isTrue();
      }
    }
    assertThat(each.help()).isNotBlank().doesNotContain("|").doesNotEndWith(".");
  }

  @Test
  void defaultsThatDependOnOthers() {
    var h = Hyperparameters.defaults();
    assertThat(h.with(Hyperparameter.UPDATER, new Text("nesterovs")).real(Hyperparameter.MOMENTUM))
        .isEqualTo(0.9);
    assertThat(h.with(Hyperparameter.UPDATER, new Text("sgd")).real(Hyperparameter.MOMENTUM))
        .isZero();
    assertThat(
            h.with(Hyperparameter.LEARNING_RATE_SCHEDULE, new Text("step"))
                .real(Hyperparameter.LEARNING_RATE_DECAY))
        .isEqualTo(0.5);
  }

  @Test
  void widthsOfHiddenLayers() {
    assertThat(hidden(List.of(7), null).hiddenWidths()).containsExactly(7);
    assertThat(hidden(List.of(7), 3).hiddenWidths()).containsExactly(7, 7, 7);
    assertThat(hidden(List.of(7, 6, 5), null).hiddenWidths()).containsExactly(7, 6, 5);
    assertThat(hidden(List.of(7, 6, 5), 2).hiddenWidths()).containsExactly(7, 6);
    assertThat(hidden(List.of(7, 6), 2).conflict()).isNull();

    assertThat(hidden(List.of(7, 6), 3).conflict())
        .isNotNull()
        .extracting(Conflict::words)
        .asString()
        .startsWith("hidden_layers is 3, but hidden_units lists only 2 widths");
    assertThatThrownBy(() -> hidden(List.of(7, 6), 3).hiddenWidths())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hidden_layers is 3");
  }

  /** Both bounds at once would be one of them in silence. */
  @Test
  void oneBoundOnGradientsAtATime() {
    var norm = new Hyperparameters(Map.of(Hyperparameter.GRADIENT_CLIP_NORM, new Real(1.0)));
    assertThat(norm.conflict()).isNull();
    assertThat(norm.with(Hyperparameter.GRADIENT_CLIP_VALUE, new Real(0.0)).conflict()).isNull();
    assertThat(norm.with(Hyperparameter.GRADIENT_CLIP_VALUE, new Real(0.5)).conflict()).isNotNull();
  }

  private static Hyperparameters hidden(List<Integer> widths, @Nullable Integer layers) {
    var h = Hyperparameters.defaults().with(Hyperparameter.HIDDEN_UNITS, new Widths(widths));
    return layers == null ? h : h.with(Hyperparameter.HIDDEN_LAYERS, new Whole(layers));
  }
}
