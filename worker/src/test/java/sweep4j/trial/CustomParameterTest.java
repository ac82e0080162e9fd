package sweep4j.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;

class CustomParameterTest {

  private static final CustomParameter DEPTH =
      CustomParameter.whole("depth", 1, 8, 2, "how many blocks");
  private static final CustomParameter BLOCK =
      CustomParameter.oneOf("block", List.of("plain", "gated"), "plain", "kind of block");

  @ParameterizedTest
  @ValueSource(strings = {"", "Depth", "1st", "a.b", "a b", "a,b", "=a"})
  void aNameIsFitForASweepFileAndALeaderboard(String name) {
    assertThatThrownBy(() -> CustomParameter.flag(name, true, "help"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + name + "'");
  }

  @Test
  void theDefaultIsLegal() {
    assertThatThrownBy(() -> CustomParameter.whole("depth", 1, 8, 9, "how many blocks"))
        .hasMessage("the default of custom.depth must be a whole number from 1 to 8, but got 9");
  }

  @Test
  void aNameIsDeclaredOnce() {
    CustomParameter other = CustomParameter.real("depth", 0.0, 1.0, 0.5, "how deep");

    assertThatThrownBy(() -> new Catalogue(List.of(DEPTH, other)))
        .hasMessage("custom.depth is declared twice");
    assertThatThrownBy(() -> new Hyperparameters(Map.of(DEPTH, new Whole(3), other, new Real(0.5))))
        .hasMessageContaining("one declaration");
  }

  /** The columns of leaderboards and the dimensions of spaces hang on the order. */
  @Test
  void theOrderIsTheCataloguesThenThatOfNames() {
    assertThat(new Catalogue(List.of(DEPTH, BLOCK)).all())
        .startsWith(Hyperparameter.HIDDEN_UNITS)
        .endsWith(Hyperparameter.AUGMENT_NOISE, BLOCK, DEPTH);
    assertThat(
            new Hyperparameters(
                    Map.of(
                        DEPTH,
                        new Whole(3),
                        BLOCK,
                        new Text("gated"),
                        Hyperparameter.LAMBDA,
                        new Real(1.0),
                        Hyperparameter.DROPOUT,
                        new Real(0.5)))
                .set()
                .keySet())
        .containsExactly(Hyperparameter.DROPOUT, Hyperparameter.LAMBDA, BLOCK, DEPTH);
  }

  @Test
  void valuesAreCheckedAndReadAsThoseOfTheCatalogue() {
    Hyperparameters set = Hyperparameters.defaults().with(DEPTH, new Whole(3));

    assertThat(set.whole(DEPTH)).isEqualTo(3);
    assertThat(set.text(BLOCK)).isEqualTo("plain");
    assertThatThrownBy(() -> set.with(BLOCK, new Text("gatde")))
        .hasMessage("custom.block must be one of plain, gated, but got gatde");
  }

  /** Else a network that reads by a second, slightly different declaration has its default. */
  @Test
  void anotherDeclarationOfTheSameNameDoesNotReadTheDefault() {
    Hyperparameters set = Hyperparameters.defaults().with(DEPTH, new Whole(3));
    CustomParameter other = CustomParameter.whole("depth", 1, 9, 2, "how many blocks");

    assertThatThrownBy(() -> set.whole(other)).hasMessageContaining("custom.depth");
  }

  /** Executors get them so. */
  @Test
  void survivesSerialization() throws Exception {
    Hyperparameters set =
        Hyperparameters.defaults()
            .with(DEPTH, new Whole(3))
            .with(Hyperparameter.LAMBDA, new Real(0.5));
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(set);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      var read = (Hyperparameters) in.readObject();
      assertThat(read).isEqualTo(set);
      assertThat(read.whole(DEPTH)).isEqualTo(3);
    }
  }
}
