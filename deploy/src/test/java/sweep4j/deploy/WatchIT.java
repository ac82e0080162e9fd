package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The report of a sweep that runs, in a browser. A page that shows the beginning for ever, or that
 * forgets what its reader has chosen each time it changes, is no use to one who waits.
 */
class WatchIT {

  private static final int MINUTES = 5;

  /** The exit status of a run that is told to stop. */
  private static final int INTERRUPTED = 130;

  @TempDir Path folder;

  private Browser browser;

  @BeforeEach
  void startTheBrowser() throws Exception {
    assumeTrue(Browser.isHere(), "chromium and chromedriver are not on the PATH");
    browser = Browser.start(Files.createDirectory(folder.resolve("profile")));
  }

  @AfterEach
  void endTheBrowser() throws Exception {
    if (browser != null) {
      browser.end();
    }
  }

  private int trials() throws IOException, InterruptedException {
    String shown = browser.run("return document.getElementById('kept').textContent").asText();
    return Integer.parseInt(shown.replaceAll(".* of | trials?", ""));
  }

  private void choose() throws IOException, InterruptedException {
    browser.run(
        """
        [...document.querySelectorAll('.grid th button')].find((each) => each.textContent.startsWith('dropout')).click();
        [...document.querySelectorAll('#leaderboard button')].find((each) => each.textContent === 'none').click();
        document.querySelector('.grid tbody tr[aria-rowindex="2"]').click();
        const search = document.querySelector('input[type=search]');
        search.value = 'COMPLETED';
        search.dispatchEvent(new Event('input'));
        """);
  }

  /** The numbers of the trials that are chosen, and all else that {@link #choose} did. */
  private List<String> chosen() throws IOException, InterruptedException {
    var chosen = new ArrayList<String>();
    browser
        .run(
            """
            const heads = [...document.querySelectorAll('.grid th')].map((head) => head.textContent.trim());
            return [
              document.querySelector('.grid [aria-sort=ascending]').textContent,
              document.querySelector('input[type=search]').value,
              ...[...document.querySelectorAll('.grid tr[aria-selected=true]')]
                .map((row) => row.children[heads.indexOf('trial')].textContent)];
            """)
        .forEach(each -> chosen.add(each.asText()));
    return chosen;
  }

  private void untilTrialsAre(int more) throws InterruptedException {
    browser.until(
        """
        const kept = document.getElementById('kept');
        return document.documentElement.dataset.whole === '' && kept !== null
          && Number(kept.textContent.replace(/.* of | trials?/g, '')) >= arguments[0];
        """,
        more);
  }

  /** The run lasts until it has been looked at, however fast or slow its machine is. */
  @Test
  void aPageFollowsItsRunAndKeepsWhatWasChosen() throws Exception {
    Path out = folder.resolve("run");
    Path err = folder.resolve("err.txt");
    Process run =
        Command.launcher(
                "run",
                "sweeps/digits-random.yaml",
                "--watch",
                "--trials=5000",
                "--set=training.max_epochs=60",
                "--set=training.early_stopping=none",
                "--master=local[1]",
                "--out=" + out)
            .redirectError(err.toFile())
            .start();
    try {
      BufferedReader lines = run.inputReader(StandardCharsets.UTF_8);
      String line = lines.readLine();
      while (line != null && !line.startsWith("watch: ")) {
        line = lines.readLine();
      }
      assertThat(line).as(Files.readString(err)).isNotNull();
      browser.open(line.substring("watch: ".length()));
      untilTrialsAre(3);
      choose();
      List<String> chosen = chosen();
      assertThat(chosen).hasSize(3).contains("COMPLETED");
      int before = trials();

      untilTrialsAre(before + 1);

      assertThat(chosen()).isEqualTo(chosen);

      browser.open(out.resolve("report.html"));
      untilTrialsAre(1);
      choose();
      chosen = chosen();
      before = trials();

      untilTrialsAre(before + 1);

      assertThat(chosen()).isEqualTo(chosen);
      assertThat(browser.run("return document.querySelector('.lead').textContent").asText())
          .contains("running: ", " trials had ended");

      // What it still says, this must read.
      run.toHandle().destroy();
      browser.until("return document.querySelector('.lead').textContent.includes(', ended ')");

      while (line != null) {
        line = lines.readLine();
      }
      assertThat(run.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
      assertThat(run.exitValue()).as(Files.readString(err)).isEqualTo(INTERRUPTED);
      assertThat(trials()).isEqualTo(Rows.of(out).size());
      assertThat(chosen()).isEqualTo(chosen);
      assertThat(browser.console()).isEmpty();
    } finally {
      run.destroyForcibly();
    }
  }
}
