package sweep4j.driver;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import sweep4j.trial.CustomParameter;
import sweep4j.trial.Hyperparameter;
import sweep4j.worker.model.NetworkConfiguration;
import sweep4j.worker.model.NetworkFactory;
import sweep4j.worker.model.NetworkRequest;

/** Users' own networks, each with another fault. */
public final class BadNets {
  private BadNets() {}

  /** No network at all. Its initializer must not even run. */
  public static final class NoFactory {
    static {
      System.setProperty("sweep4j.bad-nets", "a class that is no factory was initialized");
    }
  }

  /** A network, but one that makes nothing yet. */
  public static class Empty implements NetworkFactory {
    @Override
    public List<CustomParameter> parameters() {
      return List.of();
    }

    @Override
    public NetworkConfiguration configure(NetworkRequest request) {
      throw new UnsupportedOperationException("not yet");
    }
  }

  public static final class ThrowsInConstructor extends Empty {
    public ThrowsInConstructor() throws IOException {
      throw new IOException("no licence\nin /opt");
    }
  }

  public static final class FailsToInitialize extends Empty {
    private static final int VALUE = Integer.parseInt("one");

    public int value() {
      return VALUE;
    }
  }

  public static final class WantsArguments extends Empty {
    private final int width;

    public WantsArguments(int width) {
      this.width = width;
    }

    public int width() {
      return width;
    }
  }

  public abstract static class Abstract extends Empty {}

  static final class Hidden extends Empty {}

  public static final class DeclaresNothing extends Empty {
    @Override
    @SuppressWarnings("NullAway") // what users' code may do
    public List<CustomParameter> parameters() {
      return null;
    }
  }

  public static final class DeclaresTwice extends Empty {
    @Override
    public List<CustomParameter> parameters() {
      var depth = CustomParameter.whole("depth", 1, 2, 1, "how deep");
      return List.of(depth, depth);
    }
  }

  public static final class DeclaresABadName extends Empty {
    @Override
    public List<CustomParameter> parameters() {
      return List.of(CustomParameter.whole("=cmd()", 1, 2, 1, "how deep"));
    }
  }

  public static final class RunsInCircles extends Empty {
    @Override
    public List<CustomParameter> parameters() {
      return again();
    }

    private List<CustomParameter> again() {
      return parameters();
    }
  }

  public static final class UsesTraining extends Empty {
    @Override
    public Set<Hyperparameter> uses() {
      return Set.of(Hyperparameter.LEARNING_RATE);
    }
  }

  public static final class Asserts extends Empty {
    @Override
    public NetworkConfiguration configure(NetworkRequest request) {
      throw new AssertionError("the width must be even");
    }
  }

  public static final class MakesNothing extends Empty {
    @Override
    @SuppressWarnings("NullAway") // what users' code may do
    public NetworkConfiguration configure(NetworkRequest request) {
      return null;
    }
  }
}
