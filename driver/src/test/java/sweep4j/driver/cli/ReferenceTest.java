package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import sweep4j.driver.config.Generated;

/** Prevents a reference that lags behind what the program does. */
class ReferenceTest {

  @Test
  void thePageIsWhatTheCodeSays() throws IOException {
    Terminal terminal = Terminal.run("reference");

    assertThat(terminal.status()).as(terminal.err()).isEqualTo(ExitStatus.SUCCESS);
    Generated.isCurrent(
        Path.of("..", "deploy", "docs", "reference.md"), terminal.out(), Reference.MADE_BY);
  }

  @Test
  void theHelpTellsTheExitStatuses() {
    assertThat(Terminal.run("--help").out())
        .contains("Exit status:", "0     At least one trial completed", "130   Interrupted");
  }
}
