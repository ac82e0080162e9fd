package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sweep4j.trial.Hyperparameter;

/** Prevents a reference that lags behind what sweeps can do. */
class ParametersCommandTest {

  private static final String BEGIN =
      "<!-- made by: deploy/sweep parameters --format markdown -->\n";
  private static final String END = "<!-- end -->";

  @Test
  void theReadmeHoldsExactlyTheTable() throws IOException {
    Terminal terminal = Terminal.run("parameters", "--format", "markdown");
    String readme = Files.readString(Path.of("..", "README.md"));

    assertThat(terminal.status()).isEqualTo(ExitStatus.SUCCESS);
    assertThat(readme.split(BEGIN, -1)).hasSize(2);
    int begin = readme.indexOf(BEGIN) + BEGIN.length();
    assertThat(readme.substring(begin, readme.indexOf(END, begin))).isEqualTo(terminal.out());
  }

  @ParameterizedTest
  @EnumSource(Hyperparameter.class)
  void theTerminalShowsEach(Hyperparameter each) {
    Terminal terminal = Terminal.run("parameters");

    assertThat(terminal.status()).isEqualTo(ExitStatus.SUCCESS);
    assertThat(terminal.out().lines())
        .anyMatch(line -> line.startsWith("  " + each.key() + " "))
        .anyMatch(line -> line.strip().startsWith(each.help()));
  }

  @Test
  void anotherFormatIsBadInput() {
    assertThat(Terminal.run("parameters", "--format", "html").status())
        .isEqualTo(ExitStatus.BAD_INPUT);
  }
}
