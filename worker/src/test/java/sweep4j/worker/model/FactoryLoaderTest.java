package sweep4j.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.trial.CustomParameter;
import sweep4j.trial.Hyperparameter;

/** What a class must be to build networks, and that others are told so without being run. */
class FactoryLoaderTest {

  private static final String RAN = "sweep4j.test.ran";

  private static final FactoryLoader LOADER =
      new FactoryLoader(FactoryLoaderTest.class.getClassLoader(), "a.jar, b.jar");

  /** Declares two parameters; builds nothing. */
  public static class Sound implements NetworkFactory {
    @Override
    public List<CustomParameter> parameters() {
      return List.of(
          CustomParameter.whole("width", 1, 8, 2, "width"),
          CustomParameter.flag("gate", false, "whether there is a gate"));
    }

    @Override
    public Set<Hyperparameter> uses() {
      return Set.of(Hyperparameter.DROPOUT, Hyperparameter.ACTIVATION);
    }

    @Override
    public NetworkConfiguration configure(NetworkRequest request) {
      throw new UnsupportedOperationException("not for this test");
    }
  }

  /** Would do harm as soon as it is initialized. */
  public static final class Harmful {
    static {
      System.setProperty(RAN, "true");
    }
  }

  /** Not abstract, but out of reach. */
  public static final class Hidden extends Sound {
    private Hidden() {}
  }

  /** Not to be made. */
  public abstract static class Unfinished extends Sound {}

  /** Needs what is not there. */
  public static final class Failing extends Sound {
    public Failing() {
      throw new IllegalStateException("no file");
    }
  }

  /** Declares one name twice. */
  public static final class Twice extends Sound {
    @Override
    public List<CustomParameter> parameters() {
      var one = CustomParameter.flag("gate", false, "whether there is a gate");
      return List.of(one, one);
    }
  }

  /** Claims what stands under training. */
  public static final class Claiming extends Sound {
    @Override
    public Set<Hyperparameter> uses() {
      return Set.of(Hyperparameter.LAMBDA);
    }
  }

  @Test
  void declarationsAreInAnOrderOfTheirOwn() {
    var declared = LOADER.describe(Sound.class.getName());

    assertThat(declared.parameters())
        .extracting(CustomParameter::key)
        .containsExactly("custom.gate", "custom.width");
    assertThat(declared.uses()).containsExactly(Hyperparameter.ACTIVATION, Hyperparameter.DROPOUT);
  }

  @Test
  void aClassThatIsNotThereNamesWhereItWasLookedForAndTheRemedy() {
    assertThatThrownBy(() -> LOADER.load("com.example.Missing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "class com.example.Missing is not in a.jar, b.jar: give its jar with --jars, and the"
                + " name with its package");
  }

  /** A sweep file is data: it must not be able to run whatever lies on the class path. */
  @Test
  void noCodeRunsOfAClassThatIsNoFactory() {
    assertThatThrownBy(() -> LOADER.load(Harmful.class.getName()))
        .hasMessageContaining("is no network factory: it must implement sweep4j.worker.model");
    assertThat(System.getProperty(RAN)).isNull();
  }

  @ParameterizedTest
  @ValueSource(classes = {Hidden.class, Unfinished.class, NetworkFactory.class})
  void aFactoryMustBeThereForAnybodyToMake(Class<?> type) {
    assertThatThrownBy(() -> LOADER.load(type.getName()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a public constructor without parameters");
  }

  @Test
  void aFactoryThatFailsSaysWhy() {
    assertThatThrownBy(() -> LOADER.load(Failing.class.getName()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("Failing fails: IllegalStateException: no file");
    assertThatThrownBy(() -> LOADER.describe(Twice.class.getName()))
        .hasMessageEndingWith("IllegalArgumentException: custom.gate is declared twice");
    assertThatThrownBy(() -> LOADER.describe(Claiming.class.getName()))
        .hasMessageContaining("lambda stands under training:");
  }
}
