package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.driver.study.Seal;

/** {@code confirm} from the sweep file to the leaderboard, of a real sweep on Spark. */
class ConfirmEndToEndTest {

  private static final String CONFIRM = "confirm={top: 3, repeats: 3}";

  /** Three learning rates that learn, two of them far too little, and one that diverges. */
  private static final String RATES = "parameters.learning_rate={values: [1.0e-5, 2.0e-2, 1.0e+6]}";

  /** Three trials and the defaults, three times each. */
  private static final int REPEATS = 12;

  private Example example = new Example(Path.of(""));

  @BeforeEach
  void writeExample(@TempDir Path folder) throws IOException {
    example = Example.in(folder);
  }

  private Terminal run(int slots, Path out, String... more) {
    var arguments =
        new ArrayList<>(
            List.of(
                "run",
                example.sweep().toString(),
                "--master",
                "local[" + slots + "]",
                "--out",
                out.toString(),
                "--set",
                RATES));
    arguments.addAll(List.of(more));
    return Terminal.run(arguments.toArray(String[]::new));
  }

  private Path out(String name) {
    return example.folder().resolve(name);
  }

  @Test
  void theSameLeaderboardAndWordsOnOneSlotAndOnTwo() throws IOException {
    Terminal one = run(1, out("one"), "--set", CONFIRM);
    Terminal two = run(2, out("two"), "--set", CONFIRM);

    assertThat(one.status()).as(one.err()).isZero();
    assertThat(two.status()).as(two.err()).isZero();
    assertThat(rows(out("two"))).isEqualTo(rows(out("one")));
    assertThat(repeats(out("one"))).hasSize(REPEATS);
    assertThat(one.out())
        .contains(
            "confirmation: the best 3 trials and the defaults, each trained 3 times anew",
            "confirmation: each trained 3 times anew; validation_loss on training rows kept apart",
            "the defaults  ",
            "95% interval",
            "  the best\n",
            " is the best of them",
            ", the runner-up, ",
            " the defaults ");
    assertThat(verdict(two)).isEqualTo(verdict(one));
    assertThat(Files.readString(out("one").resolve("report.html")))
        .contains("Confirmation: each trained 3 times anew", " is the best of them");
    Terminal shown = Terminal.run("leaderboard", out("one").toString());
    assertThat(verdict(shown)).isEqualTo(verdict(one));
    assertThat(shown.out()).contains("confirm_mean", "tied_with_best");
  }

  /** A row's cells of its confirmation can be had again as its others. */
  @Test
  void theRepeatsOfATrialComeOutTheSameAgainAndAreToldOf() throws IOException {
    assertThat(run(2, out("run"), "--set", CONFIRM).status()).isZero();
    String best = column(out("run"), "trial").get(0);
    String last = column(out("run"), "trial").get(5);

    Terminal again = Terminal.run("reproduce", out("run").toString(), "--trial", best);

    assertThat(again.status()).as(again.out() + again.err()).isZero();
    assertThat(again.out().lines().filter(line -> line.startsWith("repeat ")).toList())
        .hasSize(3)
        .allMatch(
            line -> line.matches("repeat \\d of trial \\d: All \\d+ are the same, bit for bit."));
    assertThat(Terminal.run("reproduce", out("run").toString(), "--trial", last).out())
        .doesNotContain("repeat ");
    assertThat(Terminal.run("why", out("run").toString(), "--trial", best).out())
        .containsPattern(
            "\nTrained 3 times anew, its validation_loss was [0-9.]+ on average "
                + "\\(95% interval: [-0-9.]+ to [0-9.]+\\): the best\\.\n");
    assertThat(Terminal.run("why", out("run").toString(), "--trial", last).out().lines())
        .hasSize(1);
    // With other parts, there is another first repeat of the same trial.
    assertThat(run(2, out("run"), "--resume", "--set", "confirm={top: 6, folds: 2}").status())
        .isZero();
    assertThat(Terminal.run("reproduce", out("run").toString(), "--trial", best).out())
        .contains("\nrepeat 1 of trial %s in 2 folds: All".formatted(best))
        .contains("\nrepeat 1 of trial %s in 3 folds: All".formatted(best));
  }

  /** A repeat that came out otherwise is named, and shown whole. */
  @Test
  void aRepeatThatDiffersIsShown() throws IOException {
    assertThat(run(2, out("run"), "--set", CONFIRM).status()).isZero();
    String best = column(out("run"), "trial").get(0);
    Path journal = out("run").resolve("journal.jsonl");
    var lines = new ArrayList<String>();
    for (String line : Files.readAllLines(journal)) {
      lines.add(line.contains("\"of\":" + best + ",\"repeat\":1,") ? withEpochs(line, 77) : line);
    }
    Files.write(journal, lines);

    Terminal again = Terminal.run("reproduce", out("run").toString(), "--trial", best);

    assertThat(again.status()).isEqualTo(ExitStatus.BROKEN);
    assertThat(again.out())
        .contains("repeat 1 of trial %s: All".formatted(best))
        .containsPattern("repeat 2 of trial %s:\n".formatted(best))
        .containsPattern("\nepochs +77 +\\d+ +DIFFERS\n")
        .contains("repeat 3 of trial %s: All".formatted(best));
  }

  private static String withEpochs(String line, int epochs) {
    String unsealed = line.replaceFirst(",\"crc32c\":\"[0-9a-f]+\"}$", "}");
    return new String(
            Seal.line(unsealed.replaceFirst("\"epochs\":\\d+", "\"epochs\":" + epochs)),
            StandardCharsets.UTF_8)
        .strip();
  }

  /** Three of six are confirmed: ranks follow their means, and of the others no cell is filled. */
  @Test
  void rankAndBestModelAndTestFollowTheMeans() throws IOException {
    Terminal terminal = run(2, out("run"), "--set", CONFIRM);

    assertThat(terminal.status()).as(terminal.err()).isZero();
    List<String> means = column(out("run"), "confirm_mean");
    assertThat(means.subList(0, 3)).allMatch(cell -> !cell.isEmpty());
    assertThat(means.subList(3, means.size())).containsOnly("");
    assertThat(means.subList(0, 3).stream().map(Double::valueOf).toList()).isSorted();
    assertThat(column(out("run"), "rank").subList(0, 4)).containsExactly("1", "2", "3", "4");
    assertThat(column(out("run"), "tied_with_best").get(0)).isEqualTo("true");
    assertThat(column(out("run"), "test_accuracy").get(0)).isNotEmpty();
    assertThat(column(out("run"), "test_accuracy").subList(1, 6)).containsOnly("");
    String best = column(out("run"), "trial").get(0);
    assertThat(terminal.out()).contains("best: trial " + best + ",", "\nTrial " + best + " is ");
    assertThat(Files.readString(out("run").resolve("best/trial.json")))
        .contains("\"trial\" : " + best + ",");
  }

  /** No repeat is lost and none is done twice, wherever a kill falls. */
  @Test
  void aRunKilledInTheMidstOfItGoesOn() throws IOException {
    Terminal first = run(2, out("run"), "--set", CONFIRM);
    assertThat(first.status()).as(first.err()).isZero();
    List<String> rows = rows(out("run"));
    List<String> journal = Files.readAllLines(out("run").resolve("journal.jsonl"));
    List<String> kept = journal.subList(0, journal.indexOf(repeats(out("run")).get(4)) + 1);
    Files.write(out("run").resolve("journal.jsonl"), kept);
    Terminal stands = Terminal.run("leaderboard", out("run").toString());
    assertThat(stands.out())
        .contains("confirmation: 5 of 12 repeats have ended; until all have, ranks are by valid");

    Terminal again = run(2, out("run"), "--set", CONFIRM, "--resume");

    assertThat(again.status()).as(again.err()).isZero();
    assertThat(rows(out("run"))).isEqualTo(rows);
    assertThat(verdict(again)).isEqualTo(verdict(first));
    assertThat(Files.readAllLines(out("run").resolve("journal.jsonl")))
        .startsWith(kept.toArray(String[]::new));
    assertThat(repeats(out("run"))).hasSize(REPEATS).doesNotHaveDuplicates();
  }

  /** Who sees the leaderboard and doubts it need not train all trials again. */
  @Test
  void aFinishedRunCanBeConfirmedAndConfirmedBetter() throws IOException {
    assertThat(run(2, out("at-once"), "--set", CONFIRM).status()).isZero();
    assertThat(run(2, out("later")).status()).isZero();
    List<String> trials = column(out("later"), "objective");

    Terminal confirmed = run(2, out("later"), "--set", CONFIRM, "--resume");

    assertThat(confirmed.status()).as(confirmed.err()).isZero();
    assertThat(column(out("later"), "objective")).hasSameElementsAs(trials);
    assertThat(confirmColumns(out("later"))).isEqualTo(confirmColumns(out("at-once")));

    Terminal better =
        run(2, out("later"), "--set", "confirm={top: 3, folds: 3, repeats: 2}", "--resume");

    assertThat(better.status()).as(better.err()).isZero();
    // The first training with each fold is the one that there was.
    assertThat(repeats(out("later"))).hasSize(2 * REPEATS);
    assertThat(better.out()).contains("each trained 6 times anew");
  }

  /** What is confirmed of a trial that is no longer among the best stays known, and unseen. */
  @Test
  void moreTrialsMayBringAnotherToTheTop() throws IOException {
    String search = "search={method: random, max_trials: %d}";
    String space = "parameters.learning_rate={distribution: log_uniform, min: 1.0e-5, max: 0.1}";
    String one = "confirm={top: 1, repeats: 2}";
    List<String> few = List.of("--set", search.formatted(2), "--set", space, "--set", one);
    List<String> many = List.of("--set", search.formatted(9), "--set", space, "--set", one);
    assertThat(run(2, out("grown"), few.toArray(String[]::new)).status()).isZero();
    String before = column(out("grown"), "trial").get(0);

    Terminal grown =
        run(
            2,
            out("grown"),
            Stream.concat(many.stream(), Stream.of("--resume")).toArray(String[]::new));

    assertThat(grown.status()).as(grown.err()).isZero();
    assertThat(run(2, out("at-once"), many.toArray(String[]::new)).status()).isZero();
    assertThat(rows(out("grown"))).isEqualTo(rows(out("at-once")));
    // A change of the top is what this is about: with this seed there is one.
    assertThat(column(out("grown"), "trial").get(0)).isNotEqualTo(before);
    assertThat(repeats(out("grown")).size()).isGreaterThan(repeats(out("at-once")).size());
  }

  /** Each step of a repeat is averaged over workers that must leave the same rows out. */
  @Test
  void trialsOnSeveralSlotsAreConfirmedToo() throws IOException {
    String parallel = "training={mode: data_parallel, workers: 2, max_epochs: 2}";
    Terminal one = run(1, out("one"), "--set", CONFIRM, "--set", parallel);
    Terminal two = run(2, out("two"), "--set", CONFIRM, "--set", parallel);

    assertThat(one.status()).as(one.err()).isZero();
    assertThat(two.status()).as(two.err()).isZero();
    assertThat(confirmColumns(out("two"))).isEqualTo(confirmColumns(out("one")));
    assertThat(repeats(out("one"))).hasSize(REPEATS).allMatch(line -> line.contains("COMPLETED"));
  }

  /** A limit holds for repeats too, and what they have come to so far ranks nothing. */
  @Test
  void aLimitOfTimeEndsItAndItGoesOn() throws IOException {
    assertThat(run(2, out("run")).status()).isZero();
    List<String> rows = rows(out("run"));

    Terminal stopped =
        run(2, out("run"), "--set", CONFIRM, "--resume", "--set", "limits.timeout=0.001s");

    assertThat(stopped.status()).as(stopped.err()).isZero();
    assertThat(stopped.out()).contains("The sweep was ended by limits.timeout.", "best model: ");
    assertThat(stopped.out()).doesNotContain("confirmation: each");
    assertThat(rows(out("run"))).isEqualTo(rows);
    assertThat(run(2, out("run"), "--set", CONFIRM, "--resume").out())
        .contains("confirmation: each trained 3 times anew");
  }

  private static String verdict(Terminal terminal) {
    String from = "confirmation: each trained";
    String text = terminal.out().substring(terminal.out().indexOf(from));
    // How long a training takes is another time another.
    return text.split("\n\n", 2)[0].strip().replaceAll("\\(\\d+[.]\\d s each\\)", "");
  }

  private static List<String> repeats(Path run) throws IOException {
    try (Stream<String> lines = Files.lines(run.resolve("journal.jsonl"))) {
      return lines.filter(line -> line.contains("\"type\":\"repeat\"")).toList();
    }
  }

  private static List<String> confirmColumns(Path run) throws IOException {
    var cells = new ArrayList<String>();
    for (String name :
        List.of("rank", "trial", "confirm_mean", "confirm_sd", "confirm_low", "tied_with_best")) {
      cells.addAll(column(run, name));
    }
    return cells;
  }

  private static List<String> column(Path run, String name) throws IOException {
    List<String> lines = Files.readAllLines(run.resolve("leaderboard.csv"));
    int column = List.of(lines.get(0).split(",")).indexOf(name);
    return lines.stream().skip(1).map(line -> line.split(",", -1)[column]).toList();
  }

  /** The leaderboard without what tells when a trial ran and how fast. */
  private static List<String> rows(Path run) throws IOException {
    List<String> head =
        List.of(Files.readAllLines(run.resolve("leaderboard.csv")).get(0).split(","));
    var rows = new ArrayList<String>();
    for (String name : head) {
      if (!List.of("started", "seconds").contains(name)) {
        rows.add(name + ": " + column(run, name));
      }
    }
    return rows;
  }
}
