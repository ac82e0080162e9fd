package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Prevents that {@code --watch} takes the sweep file behind it for its port. */
class WatchPortTest {

  private static final class Arguments {
    @Option(
        names = "--watch",
        arity = "0..1",
        fallbackValue = "",
        converter = WatchPort.class,
        preprocessor = WatchPort.Joined.class)
    private @Nullable Integer watch;

    @Parameters private List<String> files = List.of();
  }

  private static Arguments parsed(String... arguments) {
    return CommandLine.populateCommand(new Arguments(), arguments);
  }

  @Test
  void whatFollowsIsNoPort() {
    assertThat(parsed("--watch", "sweep.yaml").watch).isZero();
    assertThat(parsed("--watch", "sweep.yaml").files).containsExactly("sweep.yaml");
    assertThat(parsed("--watch", "8080").files).containsExactly("8080");
    assertThat(parsed("sweep.yaml", "--watch").watch).isZero();
    assertThat(parsed("sweep.yaml").watch).isNull();
  }

  @Test
  void aPortIsJoined() {
    assertThat(parsed("--watch=8080", "sweep.yaml").watch).isEqualTo(8080);
    assertThat(parsed("--watch=", "sweep.yaml").watch).isZero();
    assertThatThrownBy(() -> parsed("--watch=x")).isInstanceOf(ParameterException.class);
    assertThatThrownBy(() -> parsed("--watch=-1")).isInstanceOf(ParameterException.class);
  }
}
