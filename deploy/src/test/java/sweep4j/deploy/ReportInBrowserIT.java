package sweep4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.bench.SimulatedRun;

/**
 * The report of ten thousand trials in a browser. A page whose script stumbles over its own policy,
 * or that stands still at each click, looks well in every other test.
 */
class ReportInBrowserIT {

  private static final int TRIALS = 10_000;

  /**
   * Milliseconds of processor time that no task of the page may take. From 200 on a halt is seen;
   * where cores are shared, the same takes up to twice as long.
   */
  private static final double LONGEST_TASK = 400.0;

  private static final String ARROW_DOWN = "\uE015";
  private static final String SPACE = " ";

  @TempDir static Path folder;

  private static Browser browser;
  private static Path page;

  @BeforeAll
  static void writeTheReport() throws Exception {
    assumeTrue(Browser.isHere(), "chromium and chromedriver are not on the PATH");
    Path run = folder.resolve("run");
    SimulatedRun.write(Command.ROOT.resolve("deploy/bench/report.yaml"), TRIALS, run);
    Command.Ended ended = Command.run(Command.launcher("report", run.toString()));
    assertThat(ended.status()).as(ended.err()).isZero();
    page = run.resolve("report.html");
    assertThat(ended.out()).contains(page.toString());
    browser = Browser.start(Files.createDirectory(folder.resolve("profile")));
  }

  @AfterAll
  static void endTheBrowser() throws Exception {
    if (browser != null) {
      browser.end();
    }
  }

  @BeforeEach
  void open() throws Exception {
    browser.open(page);
    browser.until("return document.documentElement.dataset.whole === ''");
  }

  /** Whatever a test does: no error, no look outside, no standstill. */
  @AfterEach
  void theConsoleIsEmptyAndNothingWasFetched(TestInfo test) throws Exception {
    assertThat(browser.console()).isEmpty();
    // The browser's own start page may still be loading its parts.
    assertThat(browser.requests()).allMatch(url -> url.matches("(file|data|blob|chrome):.*"));
    List<Double> tasks = browser.taskMillis();
    assertThat(tasks).hasSizeGreaterThan(20);
    double longest = tasks.stream().mapToDouble(each -> each).max().orElseThrow();
    System.out.printf(Locale.ROOT, "%3.0f ms: %s%n", longest, test.getDisplayName());
    assertThat(longest).isLessThan(LONGEST_TASK);
  }

  private static List<Double> column(String name) throws IOException, InterruptedException {
    JsonNode cells =
        browser.run(
            """
            const heads = [...document.querySelectorAll('.grid th')].map((head) => head.textContent.trim());
            const at = heads.findIndex((head) => head.startsWith(arguments[0]));
            return [...document.querySelectorAll('.grid tbody tr[aria-rowindex]')].map((row) => row.children[at].title);
            """,
            name);
    var numbers = new ArrayList<Double>();
    cells.forEach(cell -> numbers.add(cell.asDouble()));
    return numbers;
  }

  private static void click(String selector, String text) throws Exception {
    browser.run(
        """
        [...document.querySelectorAll(arguments[0])].find((each) => each.textContent.startsWith(arguments[1])).click()
        """,
        selector,
        text);
  }

  private static String kept() throws Exception {
    return browser.run("return document.getElementById('kept').textContent").asText();
  }

  @Test
  void everyPartIsThere() throws Exception {
    JsonNode shown =
        browser.run(
            "return [...document.querySelectorAll('main > section')].filter((s) => !s.hidden).map((s) => s.id)");
    assertThat(shown)
        .extracting(JsonNode::asText)
        .contains("summary", "progress", "leaderboard", "parallel", "parameters", "importance")
        .contains("curves", "failures", "file");
    for (JsonNode section : shown) {
      browser.run("document.getElementById(arguments[0]).scrollIntoView()", section.asText());
      browser.until(
          """
          return [...document.querySelectorAll('#' + arguments[0] + ' .canvas')].slice(0, 3)
            .every((each) => each.querySelector('canvas') && each.ariaLabel);
          """,
          section.asText());
    }
  }

  /** The message of a failed trial stands there as it is. */
  @Test
  void anErrorMessageIsNoMarkup() throws Exception {
    assertThat(browser.run("return document.querySelector('#failures table').textContent").asText())
        .contains("</script><img src=x onerror=alert(1)> is no markup");
    assertThat(browser.run("return document.querySelectorAll('main img').length").asInt()).isZero();
  }

  /** Prevents charts without a point, and "All 1 trial have ended". */
  @Test
  void ofOneTrialThatDivergedNothingIsDrawnButIt() throws Exception {
    Path run = folder.resolve("one");
    Command.Ended ended =
        Command.run(
            Command.launcher(
                "run",
                Command.ROOT.resolve("sweeps/digits-random.yaml").toString(),
                "--out=" + run,
                "--trials=1",
                "--set=training.updater=sgd",
                "--set=parameters.learning_rate={value: 1e30}"));
    assertThat(ended.status()).as(ended.err()).isOne();

    browser.open(run.resolve("report.html"));
    browser.until("return document.documentElement.dataset.whole === ''");

    assertThat(browser.run("return document.getElementById('summary').textContent").asText())
        .contains("Its only trial has ended.");
    assertThat(
            browser.run(
                "return [...document.querySelectorAll('main > section')].filter((s) => !s.hidden).map((s) => s.id)"))
        .extracting(JsonNode::asText)
        .contains("leaderboard", "failures")
        .doesNotContain("progress", "parallel", "parameters");
  }

  @Test
  void aColumnsHeadSortsAndSortsBack() throws Exception {
    click(".grid th button", "dropout");

    assertThat(column("dropout")).isSorted().hasSizeGreaterThan(10);
    assertThat(
            browser
                .run("return document.querySelector('[aria-sort=ascending]').textContent")
                .asText())
        .startsWith("dropout");

    click(".grid th button", "dropout");

    assertThat(column("dropout")).isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  /** A parameter that does not exist in a trial is no lowest value. */
  @Test
  void rowsWithoutAValueComeLast() throws Exception {
    click(".grid th button", "momentum");

    assertThat(column("momentum").get(0)).isPositive();
  }

  @Test
  void textAndStatesFilter() throws Exception {
    browser.run(
        """
        const input = document.querySelector('input[type=search]');
        input.value = '256x128x64';
        input.dispatchEvent(new Event('input'));
        """);
    assertThat(kept()).matches("2,\\d{3} of 10,000 trials");

    browser.run(
        """
        [...document.querySelectorAll('fieldset label')].find((each) => each.textContent === 'PRUNED')
          .querySelector('input').click();
        """);

    assertThat(kept()).matches("\\d{2,3} of 10,000 trials");
  }

  @Test
  void drawingOnAnAxisFiltersTheLeaderboard() throws Exception {
    browser.run("document.getElementById('parallel').scrollIntoView()");
    browser.until("return document.querySelector('#parallel canvas') !== null");
    JsonNode place =
        browser.run(
            """
            const chart = document.querySelector('#parallel .canvas').getBoundingClientRect();
            return [chart.left, chart.top, chart.height];
            """);
    int x = place.get(0).asInt() + 40;
    int top = place.get(1).asInt() + 40;
    int length = place.get(2).asInt() - 68;

    browser.drag(x, top + length / 4, top + length / 2);

    browser.until("return document.getElementById('kept').textContent.includes(' of ')");
    // A quarter of four decades.
    assertThat(kept()).matches("2,[3-7]\\d{2} of 10,000 trials");
    List<Double> rates = column("learning_rate");
    assertThat(rates).isNotEmpty().allMatch(rate -> rate > 8e-4 && rate < 1.2e-2);

    click("#parallel button", "Remove all bounds");
    browser.until("return document.getElementById('kept').textContent === '10,000 trials'");
  }

  @Test
  void trialsAreChosenByMouseAndByKeys() throws Exception {
    click("#leaderboard button", "none");
    browser.run("document.querySelectorAll('.grid tbody tr[aria-rowindex]')[2].click()");
    browser.run("document.querySelector('.grid').focus({preventScroll: true})");
    browser.press(ARROW_DOWN, ARROW_DOWN, SPACE);

    assertThat(browser.run("return document.querySelector('#curves .canvas') !== null").asBoolean())
        .isTrue();
    assertThat(
            browser.run(
                "return [...document.querySelectorAll('.grid tr[aria-selected=true]')].map((row) => row.ariaRowIndex)"))
        .extracting(JsonNode::asText)
        // The head is the first; the keys went on from the row that was clicked.
        .containsExactly("4", "6");
  }

  /** A chart in a document has its texts as texts, and all trials. */
  @Test
  void aChartIsSavedAsSvg() throws Exception {
    browser.run(
        """
        window.saved = [];
        URL.createObjectURL = (blob) => { blob.text().then((text) => window.saved.push(text)); return 'blob:x'; };
        HTMLAnchorElement.prototype.click = function () { window.name = this.download; };
        document.querySelector('[aria-label="Save the chart importance as SVG"]').click();
        """);
    browser.until("return window.saved.length === 1");

    assertThat(browser.run("return window.name").asText()).isEqualTo("importance.svg");
    assertThat(browser.run("return window.saved[0]").asText())
        .startsWith("<svg")
        .contains("learning_rate", "</svg>");
  }
}
