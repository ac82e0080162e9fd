package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program with a user's own network, whose class these tests have on their class path. */
class OwnNetworkTest {

  @TempDir Path folder;
  private Example example;

  @BeforeEach
  void makeExample() throws Exception {
    example = Example.in(folder);
    Example.edit(
        example.sweep(),
        "model: {hidden_units: [8]}",
        "model: {type: class, factory: sweep4j.driver.GatedNet}");
    Example.edit(
        example.sweep(),
        "learning_rate: {values: [1.0e-2, 1.0e+6]}",
        "custom.depth: {values: [1, 2]}");
  }

  @Test
  void itsParametersAreColumnsOfARunThatCanBeReadAndResumed() throws Exception {
    Terminal run = example.run();
    assertThat(run.status()).as(run.err()).isZero();
    Path leaderboard = example.out().resolve("leaderboard.csv");
    String rows = Files.readString(leaderboard);
    assertThat(rows.lines().findFirst().orElseThrow()).contains(",custom.depth,batch_size,seed");
    assertThat(rows.lines()).hasSize(1 + Example.TRIALS);

    Terminal shown = Terminal.run("leaderboard", example.out().toString());
    assertThat(shown.status()).as(shown.err()).isZero();
    assertThat(shown.out()).contains("custom.depth");
    Terminal why = Terminal.run("why", example.out().toString(), "--trial=0");
    assertThat(why.status()).as(why.err()).isZero();

    Path journal = example.out().resolve("journal.jsonl");
    Files.write(journal, Files.readAllLines(journal).subList(0, 3));
    assertThat(example.run("--resume").status()).isZero();
    assertThat(withoutTimes(Files.readString(leaderboard))).isEqualTo(withoutTimes(rows));
  }

  private static String withoutTimes(String rows) {
    return rows.replaceAll("(?m),[^,]*,[^,]*(,driver@)", "$1");
  }

  @Test
  void aNetworkThatCannotBeMadeIsToldOfBeforeAnythingStarts() throws Exception {
    Example.edit(example.sweep(), "values: [1, 2]", "values: [13]");

    for (Terminal terminal :
        new Terminal[] {example.run(), Terminal.run("validate", example.sweep().toString())}) {
      assertThat(terminal.status()).isEqualTo(ExitStatus.BAD_INPUT);
      assertThat(terminal.err())
          .contains("sweep4j.driver.GatedNet", "custom.depth 13", "13 layers bring bad luck")
          .contains("GatedNet.java")
          .doesNotContain("\tat ");
    }
    assertThat(example.out()).doesNotExist();
  }

  @Test
  void itsParametersAreListed() {
    Terminal list = Terminal.run("parameters", "--factory", "sweep4j.driver.GatedNet");

    assertThat(list.status()).as(list.err()).isZero();
    assertThat(list.out())
        .contains("custom.depth", "whole, 1 to 13; default: 1", "how many hidden layers")
        .contains("activation")
        .doesNotContain("hidden_units");
    assertThat(Terminal.run("parameters", "--factory", "GatedNet").err())
        .contains("--factory: class GatedNet is not in any jar");
  }

  @Test
  void aJarThatIsNotThereIsBadInput() {
    Terminal terminal = example.run("--jars", folder.resolve("no.jar").toString());

    assertThat(terminal.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(terminal.err()).contains("no.jar, which is no file");
  }

  @Test
  void aRunIsNotLedByOneOfAnotherNetwork() throws Exception {
    assertThat(example.run().status()).isZero();
    Example.edit(
        example.sweep(),
        "search: {method: grid}",
        "search: {method: tpe, max_trials: 4, warm_start: run}");
    Example.edit(example.sweep(), "type: class, factory: sweep4j.driver.GatedNet", "type: mlp");
    Example.edit(
        example.sweep(), "custom.depth: {values: [1, 2]}", "learning_rate: {values: [0.1, 0.2]}");

    Terminal terminal = Terminal.run("validate", example.sweep().toString());

    assertThat(terminal.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(terminal.err()).contains("trained networks of another kind");
  }
}
