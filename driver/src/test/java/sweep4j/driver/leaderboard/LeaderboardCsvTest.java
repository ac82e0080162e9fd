package sweep4j.driver.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sweep4j.driver.Trials;
import sweep4j.trial.Goal;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Measurement;
import sweep4j.trial.Score;
import sweep4j.trial.Seeds;
import sweep4j.trial.Task;
import sweep4j.trial.TrialRecord;

/** Other tools read this file by the names of its columns; nobody tells them when one changes. */
class LeaderboardCsvTest {

  private static final Score TRAINED = new Score(1e-9, 1.0);
  private static final Measurement THIRD =
      new Measurement(1.0 / 3.0, new Score(0.1, 1.0 / 3.0), TRAINED, 4);

  @Test
  void theFileOfAClassificationIsThis() {
    String text =
        csv(
            Task.CLASSIFICATION,
            Goal.MAXIMIZE,
            Trials.completed(0, 0.25),
            Trials.diverged(1),
            Trials.completed(2, THIRD),
            Trials.failed(3, "no luck, none"));

    assertThat(text)
        .isEqualTo(
            """
            rank,trial,round,state,stop_reason,objective,validation_loss,validation_accuracy,training_loss,training_accuracy,test_accuracy,confirm_mean,confirm_sd,confirm_low,confirm_high,tied_with_best,gap,diagnosis,gradients,best_epoch,epochs,learning_rate,batch_size,hidden_units,activation,seed,started,seconds,executor,device,attempts,error
            1,2,1,COMPLETED,MAX_EPOCHS,0.3333333333333333,0.1,0.3333333333333333,1.0E-9,1.0,,,,,,,0.099999999,OVERFITTING,,4,5,0.02,18,64x32,relu,%d,2026-11-23T09:00:00.100Z,1.5,driver@host,cpu,1,
            2,0,1,COMPLETED,MAX_EPOCHS,0.25,0.5,0.75,0.25,0.875,,,,,,,0.25,UNDERFITTING,,3,5,0.03333333333333333,16,64x32,relu,%d,2026-11-23T09:00:00.100Z,1.5,driver@host,cpu,1,
            ,1,1,DIVERGED,NON_FINITE_LOSS,,,,,,,,,,,,,,,,1,0.025,17,64x32,relu,%d,,0.5,driver@host,cpu,1,epoch 1: the loss is NaN
            ,3,1,FAILED,,,,,,,,,,,,,,,,,0,0.016666666666666666,19,64x32,relu,%d,,0.0,,,3,"no luck, none"
            """
                .formatted(seed(2), seed(0), seed(1), seed(3)));
  }

  @Test
  void aRegressionHasErrorsInPlaceOfAccuracies() {
    assertThat(csv(Task.REGRESSION, Goal.MINIMIZE, Trials.completed(0, THIRD)))
        .isEqualTo(
            """
            rank,trial,round,state,stop_reason,objective,validation_loss,validation_rmse,training_loss,training_rmse,test_rmse,confirm_mean,confirm_sd,confirm_low,confirm_high,tied_with_best,gap,diagnosis,gradients,best_epoch,epochs,learning_rate,batch_size,hidden_units,activation,seed,started,seconds,executor,device,attempts,error
            1,0,1,COMPLETED,MAX_EPOCHS,0.3333333333333333,0.1,0.3333333333333333,1.0E-9,1.0,,,,,,,0.099999999,NEITHER,,4,5,0.03333333333333333,16,64x32,relu,%d,2026-11-23T09:00:00.100Z,1.5,driver@host,cpu,1,
            """
                .formatted(seed(0)));
  }

  /** Of a trial that was not tested, a 0 would be taken for a score. */
  @Test
  void onlyTestedTrialsHaveATestScore() throws IOException {
    var leaderboard =
        Leaderboard.of(
                List.of(Trials.completed(0, 0.5), Trials.completed(1, 0.25)),
                Task.CLASSIFICATION,
                Goal.MINIMIZE)
            .tested(Map.of(1, 0.875), 1);

    List<CSVRecord> rows =
        parsed(new LeaderboardCsv(Task.CLASSIFICATION, List.of()).text(leaderboard));

    assertThat(rows).extracting(row -> row.get("trial")).containsExactly("1", "0");
    assertThat(rows).extracting(row -> row.get("test_accuracy")).containsExactly("0.875", "");
  }

  @Test
  void aParameterThatATrialDidNotSetIsAnEmptyCell() throws IOException {
    var csv = new LeaderboardCsv(Task.CLASSIFICATION, List.of(Hyperparameter.DROPOUT));

    CSVRecord row =
        parsed(
                csv.text(
                    Leaderboard.of(
                        List.of(Trials.completed(0, 0.5)), Task.CLASSIFICATION, Goal.MINIMIZE)))
            .get(0);

    assertThat(row.get("dropout")).isEmpty();
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("=1+1", "'=1+1"),
        Arguments.of("+1", "'+1"),
        Arguments.of("-1", "'-1"),
        Arguments.of("@SUM(A1)", "'@SUM(A1)"),
        Arguments.of("\t=1", "'=1"),
        Arguments.of("\r\n =1", "'=1"),
        Arguments.of("a=1", "a=1"),
        Arguments.of("say \"no\", twice", "say \"no\", twice"),
        Arguments.of("one\ntwo", "one two"),
        // A terminal would take this for a command, and a parser for an error.
        Arguments.of("\u001b]0;title\u0007 \u009b2J\u0000", "]0;title   2J"),
        Arguments.of("one \r\n\r\n  two\n", "one two"),
        Arguments.of("caf\u00e9 \u2028 noir", "caf\u00e9 noir"));
  }

  /** A file that people open in a spreadsheet must not run what an exception's text says. */
  @ParameterizedTest
  @MethodSource("texts")
  void textsAreHarmlessAndEachRowIsALine(String error, String cell) throws IOException {
    String text = csv(Task.CLASSIFICATION, Goal.MINIMIZE, Trials.failed(0, error));

    assertThat(text.split("\n", -1)).hasSize(3);
    assertThat(text).doesNotContain("\r");
    assertThat(parsed(text).get(0).get("error")).isEqualTo(cell);
  }

  @Test
  void whatIsReadBackIsWhatWasMeasured() throws IOException {
    List<CSVRecord> rows =
        parsed(
            csv(
                Task.CLASSIFICATION,
                Goal.MINIMIZE,
                Trials.completed(1, THIRD),
                Trials.diverged(0)));

    CSVRecord best = rows.get(0);
    assertThat(Double.parseDouble(best.get("objective"))).isEqualTo(THIRD.objective());
    assertThat(Double.parseDouble(best.get("training_loss"))).isEqualTo(TRAINED.loss());
    assertThat(Double.parseDouble(best.get("learning_rate"))).isEqualTo(0.1 / 4);
    assertThat(Long.parseLong(best.get("seed"))).isEqualTo(seed(1));
    assertThat(rows.get(1).get("objective")).isEmpty();
    assertThat(rows.get(1).get("rank")).isEmpty();
  }

  /** On a German machine a comma for the decimal point would shift every column after it. */
  @Test
  void theMachinesLanguageDoesNotMatter() {
    Locale before = Locale.getDefault();
    String expected = csv(Task.CLASSIFICATION, Goal.MINIMIZE, Trials.completed(0, THIRD));
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(csv(Task.CLASSIFICATION, Goal.MINIMIZE, Trials.completed(0, THIRD)))
          .isEqualTo(expected);
      assertThat(table(10, Trials.completed(0, THIRD))).contains("0.3333");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theTableShowsRoundedNumbersAndNoEmptyColumn() {
    assertThat(table(10, Trials.completed(0, 0.25), Trials.completed(2, THIRD)))
        .isEqualTo(
            """
            rank  trial      state  validation_loss  validation_accuracy  training_accuracy     diagnosis  best_epoch  epochs  learning_rate  batch_size  hidden_units  activation  seconds
               1      0  COMPLETED           0.5000               0.7500             0.8750  UNDERFITTING           3       5         0.0333          16         64x32        relu   1.5000
               2      2  COMPLETED           0.1000               0.3333             1.0000   OVERFITTING           4       5         0.0200          18         64x32        relu   1.5000
            """);
  }

  @Test
  void theTableEndsAfterItsTopRowsAndShowsErrorsOnOneLine() {
    String text =
        table(
            2, Trials.completed(0, 0.25), Trials.failed(3, "no\nluck"), Trials.failed(5, "never"));

    assertThat(text.lines()).hasSize(3);
    assertThat(text).contains("error", " no\n").doesNotContain("never", "luck");
  }

  private static String csv(Task task, Goal goal, TrialRecord... trials) {
    return new LeaderboardCsv(task, Trials.PARAMETERS)
        .text(Leaderboard.of(List.of(trials), task, goal));
  }

  private static String table(int top, TrialRecord... trials) {
    return new LeaderboardTable(Task.CLASSIFICATION, Trials.PARAMETERS)
        .text(Leaderboard.of(List.of(trials), Task.CLASSIFICATION, Goal.MINIMIZE), top);
  }

  private static long seed(int trial) {
    return Seeds.trialSeed(42, trial);
  }

  private static List<CSVRecord> parsed(String text) throws IOException {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).build();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      return parser.getRecords();
    }
  }
}
