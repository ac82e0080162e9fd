package sweep4j.driver.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.driver.config.Lookups;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.config.SweepFileReader;
import sweep4j.driver.study.Event;
import sweep4j.driver.study.History;
import sweep4j.driver.study.Journal;
import sweep4j.driver.study.JournalReader;
import sweep4j.driver.study.Provenance;
import sweep4j.driver.study.RunFolder;
import sweep4j.driver.study.Schedule;
import sweep4j.trial.Leg;
import sweep4j.trial.Measurement;
import sweep4j.trial.Score;
import sweep4j.trial.StopReason;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;

/** What is in the page; that a browser shows it, another test sees. */
class ReportTest {

  /** What a careless page would run, and what JavaScript once could not hold in a text. */
  private static final String EVIL =
      "</script><script>alert(1)</script><img src=x onerror=alert(1)> \u2028 & {{results}} ü";

  private static final Pattern RESULTS =
      Pattern.compile(
          "<script type=\"application/json\" id=\"results\">(.*?)</script>", Pattern.DOTALL);

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private static final String COARSE_TO_FINE =
      """
      name: example
      seed: 9007199254740993
      data: {format: csv, path: none.csv, label: label, task: classification}
      training: {max_epochs: 9}
      search: {method: coarse_to_fine, max_trials: 30, rounds: 3}
      parameters:
        learning_rate: {distribution: log_uniform, min: 1e-4, max: 1e-1}
        updater: {values: [sgd, adam]}
        momentum: {distribution: uniform, min: 0, max: 0.9, when: {updater: sgd}}
        hidden_units: {values: [32, [64, 32]]}
        batch_size: {values: [64, 16]}
      """;

  private static SweepDefinition sweep(String yaml) throws Exception {
    return SweepFileReader.readStored(
        "sweep.yaml", yaml.getBytes(StandardCharsets.UTF_8), Lookups.none());
  }

  /** The run of {@code sweep} whose trials have ended as {@link #result} says. */
  private ReportedRun run(SweepDefinition sweep, int ended) throws IOException {
    var schedule =
        new Schedule(
            sweep.sampler(),
            sweep.pruner(),
            sweep.searchedSpace(),
            sweep.workload().metric().goal(),
            sweep.seed(),
            sweep.workload().maxEpochs(),
            History.none());
    var lines = new RunFolder(folder).journal();
    var provenance =
        new Provenance(sweep.name(), "9 rows", "ab", EVIL, "n", "2026-01-01T00:00:00Z");
    var events = new ArrayList<Event>();
    for (int i = 0; i < ended; i++) {
      Leg leg = schedule.next();
      assertThat(leg).isNotNull();
      events.addAll(schedule.report(leg, result(leg)));
    }
    try (Journal journal = Journal.create(lines, provenance, List.of())) {
      journal.reported(null, events);
    }
    JournalReader.Content content = JournalReader.read(lines, sweep.catalogue());
    return new ReportedRun(
        sweep,
        RunPhase.ENDED,
        sweep.sampler(),
        content.provenance(),
        content.history(),
        List.of(new Outcome("scores", List.of("of", "loss"), List.of(List.of(EVIL, 0.1)), "")),
        "# " + EVIL,
        Instant.EPOCH);
  }

  /** Trial 3 has failed; each other one is better than the one before. */
  private static TrialResult result(Leg leg) {
    int trial = leg.trial();
    if (trial == 3) {
      return new TrialResult(
          trial, TrialState.FAILED, null, null, 0, List.of(), 0.0, "e", "cpu", 1, EVIL);
    }
    double loss = 1.0 / (trial + 3.0);
    return new TrialResult(
        trial,
        TrialState.COMPLETED,
        StopReason.MAX_EPOCHS,
        new Measurement(loss, new Score(loss, 0.5), new Score(loss, 0.5), 2),
        leg.untilEpoch(),
        IntStream.range(0, leg.untilEpoch()).mapToObj(epoch -> loss + epoch).toList(),
        1.5,
        "e",
        "cpu",
        1,
        null);
  }

  private static String resultsText(String page) {
    var found = RESULTS.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static JsonNode results(String page) throws IOException {
    return JSON.readTree(resultsText(page));
  }

  private static JsonNode named(JsonNode list, String name) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(each -> each.get("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String text(JsonNode column, int row) {
    return column.get("texts").get(column.get("codes").get(row).asInt()).asText();
  }

  /** An error message that could end its script would run whatever follows. */
  @Test
  void whatAUserTypedCannotBecomeMarkup() throws Exception {
    String page = Report.html(run(sweep(COARSE_TO_FINE), 5));

    assertThat(resultsText(page)).doesNotContain("<", ">", "&", "\u2028");
    assertThat(resultsText(page).chars()).allMatch(each -> each < 128);
    JsonNode results = results(page);
    assertThat(text(named(results.get("columns"), "error"), 4)).isEqualTo(EVIL);
    assertThat(results.at("/provenance/versions").asText()).isEqualTo(EVIL);
    assertThat(results.get("sweepFile").asText()).isEqualTo("# " + EVIL);
    assertThat(results.at("/outcomes/0/rows/0/0").asText()).isEqualTo(EVIL);
  }

  /** A browser runs no script whose checksum is not in the policy, and so would show nothing. */
  @Test
  void thePolicyAllowsThePagesOwnScriptsAndStylesAlone() throws Exception {
    String page = Report.html(run(sweep(COARSE_TO_FINE), 5));

    var policy = Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"").matcher(page);
    assertThat(policy.find()).isTrue();
    assertThat(policy.group(1)).startsWith("default-src 'none'; ").doesNotContain("unsafe", "http");
    var blocks = Pattern.compile("<(script|style)>(.*?)</\\1>", Pattern.DOTALL).matcher(page);
    int seen = 0;
    while (blocks.find()) {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(blocks.group(2).getBytes(StandardCharsets.UTF_8));
      assertThat(policy.group(1))
          .contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
      seen++;
    }
    assertThat(seen).as("style, chart library, script").isEqualTo(3);
    assertThat(page).doesNotContain("src=\"http", "href=\"http", "@import", "innerHTML = ");
  }

  /** A number that lost digits would not be the leaderboard's. */
  @Test
  void numbersKeepAllTheirDigits() throws Exception {
    ReportedRun run = run(sweep(COARSE_TO_FINE), 5);
    JsonNode results = results(Report.html(run));

    assertThat(named(results.get("columns"), "objective").get("values").get(0).asDouble())
        .isEqualTo(1.0 / 7.0);
    assertThat(results.at("/sweep/seed").asText()).isEqualTo("9007199254740993");
    long seed = run.history().ended().get(4).request().seed();
    assertThat(text(named(results.get("columns"), "seed"), 0)).isEqualTo(Long.toString(seed));
  }

  @Test
  void rowsAreThoseOfTheLeaderboardAndKnowWhenTheyEnded() throws Exception {
    JsonNode results = results(Report.html(run(sweep(COARSE_TO_FINE), 5)));

    assertThat(named(results.get("columns"), "trial").get("values"))
        .extracting(JsonNode::asInt)
        .containsExactly(4, 2, 1, 0, 3);
    assertThat(results.get("ended")).extracting(JsonNode::asInt).containsExactly(4, 2, 1, 0, 3);
    assertThat(results.at("/sweep/planned").asInt()).isEqualTo(30);
  }

  /** A parameter drawn where it does not exist would be taken for a default that was tried. */
  @Test
  void aParameterThatDoesNotExistHasNoPlace() throws Exception {
    ReportedRun run = run(sweep(COARSE_TO_FINE), 12);
    JsonNode results = results(Report.html(run));

    JsonNode updater = named(results.get("columns"), "updater");
    JsonNode momentum = named(results.get("columns"), "momentum").get("values");
    for (int row = 0; row < 12; row++) {
      assertThat(momentum.get(row).isNull()).isEqualTo(text(updater, row).equals("adam"));
    }
    JsonNode axis = named(results.get("parameters"), "momentum");
    assertThat(axis.get("when").asText()).isEqualTo("updater is sgd");
  }

  @Test
  void anAxisHasTheScaleOfItsParameter() throws Exception {
    JsonNode axes = results(Report.html(run(sweep(COARSE_TO_FINE), 5))).get("parameters");

    assertThat(named(axes, "learning_rate").get("scale").asText()).isEqualTo("log");
    assertThat(named(axes, "learning_rate").get("low").asDouble()).isEqualTo(1e-4);
    assertThat(named(axes, "learning_rate").get("high").asDouble()).isEqualTo(1e-1);
    assertThat(named(axes, "momentum").get("scale").asText()).isEqualTo("linear");
    assertThat(named(axes, "batch_size").get("levels"))
        .extracting(JsonNode::asInt)
        .containsExactly(16, 64);
    assertThat(named(axes, "hidden_units").get("levels"))
        .extracting(JsonNode::asText)
        .containsExactly("32", "64x32");
  }

  /** The rounds are worked out anew: other regions than the trials came from would be a legend. */
  @Test
  void aRoundsTrialsLieInWhatItIsSaidToHaveDrawnFrom() throws Exception {
    ReportedRun run = run(sweep(COARSE_TO_FINE), 30);
    JsonNode results = results(Report.html(run));

    assertThat(results.get("rounds")).hasSize(3);
    JsonNode rates = named(results.get("columns"), "learning_rate").get("values");
    JsonNode rounds = named(results.get("columns"), "round").get("values");
    for (int row = 0; row < 30; row++) {
      JsonNode side = results.get("rounds").get(rounds.get(row).asInt() - 1).get("sides").get(0);
      assertThat(side.get("name").asText()).isEqualTo("learning_rate");
      assertThat(rates.get(row).asDouble())
          .isBetween(side.get("low").asDouble(), side.get("high").asDouble());
    }
    assertThat(results.at("/rounds/2/sides/0/high").asDouble())
        .isLessThan(results.at("/rounds/0/sides/0/high").asDouble());
  }

  @Test
  void otherMethodsHaveNoRounds() throws Exception {
    String random =
        COARSE_TO_FINE.replace(
            "coarse_to_fine, max_trials: 30, rounds: 3", "random, max_trials: 5");

    assertThat(results(Report.html(run(sweep(random), 5))).get("rounds").isNull()).isTrue();
  }

  /** Ten thousand long curves would make a page that no browser opens. */
  @Test
  void onlyTheBestTrialsCurvesAreHeldWhereThereAreMany() throws Exception {
    String many =
        COARSE_TO_FINE
            .replace("max_epochs: 9", "max_epochs: 4000")
            .replace("coarse_to_fine, max_trials: 30, rounds: 3", "random, max_trials: 30");
    JsonNode curves = results(Report.html(run(sweep(many), 30))).get("curves");

    assertThat(curves.get("of").asInt()).isEqualTo(29);
    assertThat(curves.get("rows"))
        .extracting(JsonNode::asInt)
        .containsExactlyElementsOf(IntStream.range(0, 25).boxed().toList());
    assertThat(curves.get("values").get(0)).hasSize(4000);
  }

  @Test
  void aRunWithoutTrialsHasAPageToo() throws Exception {
    JsonNode results = results(Report.html(run(sweep(COARSE_TO_FINE), 0)));

    assertThat(results.get("ended")).isEmpty();
    assertThat(results.at("/importance/note").asText()).contains("20 trials");
  }
}
