package sweep4j.driver.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.driver.Trials;
import sweep4j.trial.Catalogue;
import sweep4j.trial.DataParallel;
import sweep4j.trial.Fold;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Measurement;
import sweep4j.trial.RefitPlan;
import sweep4j.trial.RefitRows;
import sweep4j.trial.Repeat;
import sweep4j.trial.Score;
import sweep4j.trial.StopReason;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialRequest;

class JournalTest {

  /** Every state that a trial can end in, texts that JSON must escape, a seed below 0. */
  private static final List<TrialRecord> TRIALS =
      List.of(
          Trials.completed(0, 0.25),
          Trials.diverged(2),
          Trials.failed(1, "first \"line\"\nsecond\tline \u2028 \u00e9 \ud83d\ude00"),
          new TrialRecord(
              new TrialRequest(3, 2, Long.MIN_VALUE, Hyperparameters.defaults()),
              Trials.completed(3, 1.0).result()));

  @Test
  void whatIsReadIsWhatWasWritten(@TempDir Path folder) throws IOException {
    Path file = write(folder, TRIALS);

    JournalReader.Content content = JournalReader.read(Lab.lines(file), Catalogue.standard());

    assertThat(content.history().ended()).isEqualTo(TRIALS);
    assertThat(content.dataHash()).isEqualTo(Lab.PROVENANCE.dataHash());
    assertThat(content.nativeBuild()).isEqualTo(Lab.PROVENANCE.nativeBuild());
    assertThat(content.length()).isEqualTo(Files.size(file));
  }

  /** A resumed sweep would suggest other points from numbers that are off by one bit. */
  @ParameterizedTest
  @ValueSource(
      doubles = {
        0.1,
        1.0 / 3.0,
        -0.0,
        1.0,
        1e22,
        123456789012345680.0,
        2.2250738585072014E-308,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
      })
  void numbersComeBackBitForBit(double number, @TempDir Path folder) throws IOException {
    var measurement = new Measurement(number, new Score(number, 0.5), new Score(0.5, number), 1);

    var read =
        JournalReader.read(
            Lab.lines(write(folder, List.of(Trials.completed(0, measurement)))),
            Catalogue.standard());

    assertThat(Objects.requireNonNull(read.history().ended().get(0).result().measurement()))
        .isEqualTo(measurement);
  }

  /** A resumed sampler that learned from fewer trials, or from others, would go another way. */
  @Test
  void whatTheSamplerLearnsFromIsThereFromTheStart(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("journal.jsonl");
    List<Prior> priors =
        List.of(
            new Prior(Trials.request(4).hyperparameters(), 1.0 / 3.0),
            new Prior(Hyperparameters.defaults(), Double.POSITIVE_INFINITY));

    try (Journal journal = Journal.create(Lab.lines(file), Lab.PROVENANCE, priors)) {
      assertThat(JournalReader.read(Lab.lines(file), Catalogue.standard()).priors())
          .isEqualTo(priors);
      journal.reported(null, List.of(new Event.Ended(Trials.completed(4, 1.0))));
    }

    assertThat(JournalReader.read(Lab.lines(file), Catalogue.standard()).priors())
        .isEqualTo(priors);
    assertThat(JournalReader.read(Lab.lines(file), Catalogue.standard()).history().ended())
        .containsExactly(Trials.completed(4, 1.0));
  }

  @Test
  void aLostAttemptIsNoTrial(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("journal.jsonl");
    try (Journal journal = Journal.create(Lab.lines(file), Lab.PROVENANCE)) {
      journal.lost(Trials.request(4), Trials.failed(4, "executor 1 died").result());
      journal.reported(null, List.of(new Event.Ended(Trials.completed(4, 1.0))));
    }

    assertThat(JournalReader.read(Lab.lines(file), Catalogue.standard()).history().ended())
        .containsExactly(Trials.completed(4, 1.0));
  }

  /** A run that took a repeat for its trial would rank trials by other rows. */
  @Test
  void repeatsAreKnownApartFromTheirTrials(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("journal.jsonl");
    List<TrialRequest> requests =
        List.of(
            repeat(0, new Repeat(4, 0, new Fold(0, 5, -3))),
            repeat(1, new Repeat(Repeat.DEFAULTS, 0, new Fold(0, 5, -3))));
    var ended = new TrialRecord(requests.get(1), Trials.completed(1, 1.0 / 3.0).result());
    try (Journal journal = Journal.create(Lab.lines(file), Lab.PROVENANCE)) {
      journal.reported(null, List.of(new Event.Ended(Trials.completed(4, 1.0))));
      journal.lost(requests.get(0), Trials.failed(0, "executor 1 died").result());
      journal.reported(null, List.of(new Event.Ended(ended)));
    }

    History history = JournalReader.read(Lab.lines(file), Catalogue.standard()).history();

    assertThat(history.ended()).containsExactly(Trials.completed(4, 1.0));
    assertThat(history.lostAttempts(4)).isZero();
    assertThat(history.repeats()).containsOnlyKeys(requests.get(1).numbered(0));
    History ofRepeats = history.ofRepeats(requests);
    assertThat(ofRepeats.ended()).containsExactly(ended);
    assertThat(ofRepeats.lostAttempts(0)).isEqualTo(1);
    assertThat(ofRepeats.lostAttempts(1)).isZero();
  }

  /** The numbers of repeats change with those that run beside them; what they are does not. */
  @Test
  void aRepeatIsKnownUnderAnyNumber(@TempDir Path folder) throws IOException {
    var repeat = new Repeat(4, 2, new Fold(2, 5, 7));
    var ended = new TrialRecord(repeat(3, repeat), Trials.completed(3, 0.5).result());
    Path file = write(folder, List.of(ended));
    History history = JournalReader.read(Lab.lines(file), Catalogue.standard()).history();

    assertThat(history.ofRepeats(List.of(repeat(0, repeat))).ended())
        .containsExactly(new TrialRecord(repeat(0, repeat), Trials.completed(0, 0.5).result()));
    assertThat(history.ofRepeats(List.of(repeat(0, new Repeat(4, 2, new Fold(2, 5, 8))))).ended())
        .isEmpty();

    Files.write(file, lastLine(file), StandardOpenOption.APPEND);
    assertThatThrownBy(() -> JournalReader.read(Lab.lines(file), Catalogue.standard()))
        .hasMessageContaining("repeat 3 of trial 4 has ended already");
  }

  private static byte[] lastLine(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return (lines.get(lines.size() - 1) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static TrialRequest repeat(int number, Repeat repeat) {
    return new TrialRequest(number, 1, 99, Hyperparameters.defaults(), repeat);
  }

  /** A run that forgot would look at the test split again. */
  @Test
  void whatWasTestedIsKnownAndOnce(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("journal.jsonl");
    var tested = new TreeMap<>(Map.of(4, 1.0 / 3.0, 2, 0.5));
    try (Journal journal = Journal.create(Lab.lines(file), Lab.PROVENANCE)) {
      journal.reported(null, List.of(new Event.Ended(Trials.completed(4, 1.0))));
      journal.tested(tested);
    }
    assertThat(JournalReader.read(Lab.lines(file), Catalogue.standard()).history().tested())
        .isEqualTo(tested);

    try (Journal journal = Journal.resume(Lab.lines(file), Files.size(file))) {
      journal.tested(tested);
      journal.reported(null, List.of(new Event.Ended(Trials.completed(5, 1.0))));
    }

    assertThatThrownBy(() -> JournalReader.read(Lab.lines(file), Catalogue.standard()))
        .hasMessageContaining("trial 2 has been tested already");
  }

  /** A run that forgot would train for hours again, and look at the test split once more. */
  @Test
  void aRefitIsKnownAndTheLatestCounts(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("journal.jsonl");
    var plain = new RefitPlan(RefitRows.TRAIN, null, false);
    var first = new Refitted(4, -7, plain, 36, 3, 1.5, 0.25, null, null, "ab");
    var compared = new RefitPlan(RefitRows.TRAIN_AND_VALIDATION, new DataParallel(4, 5), true);
    var second = new Refitted(4, 8, compared, 48, 3, 1.0 / 3.0, 0.5, 0.75, 2.5, "cd");

    try (Journal journal = Journal.create(Lab.lines(file), Lab.PROVENANCE)) {
      journal.refitted(first);
      assertThat(refitted(file)).isEqualTo(first);
      journal.refitted(second);
    }

    assertThat(refitted(file)).isEqualTo(second);
  }

  private static Refitted refitted(Path file) throws IOException {
    return Objects.requireNonNull(
        JournalReader.read(Lab.lines(file), Catalogue.standard()).history().refitted());
  }

  /** A kill may come after any byte, inside a character of several too. */
  @Test
  void aJournalCutAnywhereGoesOnFromItsWholeLines(@TempDir Path folder) throws IOException {
    byte[] whole = Files.readAllBytes(write(folder, TRIALS));
    int header = lineEnd(whole, 0);
    Path file = folder.resolve("cut.jsonl");
    TrialRecord next = Trials.completed(9, 0.5);
    for (int length = header; length <= whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      Files.write(file, cut);
      JournalReader.Content content = JournalReader.read(Lab.lines(file), Catalogue.standard());
      int lines = lines(cut);
      assertThat(content.history().ended())
          .as("%d bytes", length)
          .isEqualTo(TRIALS.subList(0, lines - 1));

      try (Journal journal = Journal.resume(Lab.lines(file), content.length())) {
        journal.reported(null, List.of(new Event.Ended(next)));
      }

      List<TrialRecord> resumed =
          JournalReader.read(Lab.lines(file), Catalogue.standard()).history().ended();
      assertThat(resumed).as("%d bytes", length).hasSize(lines).endsWith(next);
      assertThat(resumed.subList(0, lines - 1)).isEqualTo(content.history().ended());
    }
  }

  /** Where the next record is shorter, the end of the torn one would stay behind it. */
  @Test
  void aTornLineGoesAwayAsAWhole(@TempDir Path folder) throws IOException {
    Path file = write(folder, TRIALS);
    Files.writeString(
        file, "{\"type\":\"trial\",\"error\":\"" + "x".repeat(9000), StandardOpenOption.APPEND);
    TrialRecord next = Trials.completed(9, 0.5);

    try (Journal journal =
        Journal.resume(
            Lab.lines(file), JournalReader.read(Lab.lines(file), Catalogue.standard()).length())) {
      journal.reported(null, List.of(new Event.Ended(next)));
    }

    assertThat(JournalReader.read(Lab.lines(file), Catalogue.standard()).history().ended())
        .hasSize(TRIALS.size() + 1)
        .endsWith(next);
    assertThat(Files.readString(file)).endsWith("}\n").doesNotContain("xxx");
  }

  /** A journal from before the field would else be one that nothing can go on from. */
  @Test
  void aTrialThatDoesNotSayWhenItBeganIsReadAllTheSame(@TempDir Path folder) throws IOException {
    Path file = write(folder, List.of(Trials.completed(0, 0.25)));
    List<String> lines = Files.readAllLines(file);
    String without = sealed(lines.get(1), "\"started\":\"2026-11-23T09:00:00.100200Z\",", "");
    Files.writeString(file, lines.get(0) + "\n" + without);

    var ended = JournalReader.read(Lab.lines(file), Catalogue.standard()).history().ended();

    assertThat(ended).singleElement().extracting(trial -> trial.result().started()).isNull();
  }

  @Test
  void aJournalCutInItsFirstLineIsNone(@TempDir Path folder) throws IOException {
    byte[] whole = Files.readAllBytes(write(folder, List.of()));
    Path file = folder.resolve("cut.jsonl");
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> JournalReader.read(Lab.lines(file), Catalogue.standard()))
          .as("%d bytes", length)
          .isInstanceOf(IOException.class)
          .hasMessageContaining(file + ": the journal has no first line");
    }
  }

  /** Each of these would otherwise be read as a zero, as a missing value, or as a shorter run. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"attempts\":1 | \"attempts\":\"1\" | \"attempts\" must be a whole number",
        "\"attempts\":1 | \"attempt\":1 | no \"attempts\"",
        "\"attempts\":1 | \"attempts\":0 | attempts must be at least 1",
        "\"seconds\":1.5 | \"seconds\":null | \"seconds\" must be a number",
        "\"seconds\":1.5 | \"seconds\":\"soon\" | soon",
        "\"started\":\"2026-11-23T09 | \"started\":\"2026-23-11T09 | \"started\" must be a time",
        "\"objective\":0.25 | \"objective\":true | \"objective\" must be a number",
        "\"best_epoch\":3 | \"best_epoch\":3.5 | \"best_epoch\" must be a whole number",
        "\"state\":\"COMPLETED\" | \"state\":null | \"state\" must be text",
        "\"state\":\"COMPLETED\" | \"state\":\"DONE\" | DONE",
        "\"state\":\"COMPLETED\" | \"state\":\"FAILED\" | if and only if it is COMPLETED",
        "\"state\":\"COMPLETED\" | \"state\":\"PAUSED\" | a trial does not end PAUSED",
        "\"epochs\":5 | \"epochs\":-5 | epochs must be at least 0",
        "\"activation\":\"relu\" | \"activation\":7 | \"activation\" must be text",
        "\"activation\":\"relu\" | \"activation\":\"rely\" | activation must be one of",
        "\"hidden_units\":[64,32] | \"hidden_units\":[64,\"32\"] | must be whole numbers",
        "\"hidden_units\":[64,32] | \"hidden_units\":64 | at least one hidden layer",
        "\"batch_size\":16 | \"batchsize\":16 | no hyperparameter is called batchsize",
        "\"type\":\"trial\" | \"type\":\"tribal\" | no record is of type \"tribal\"",
        "\"type\":\"trial\" | \"kind\":\"trial\" | no \"type\"",
        "\"error\":null | \"error\":null,} | Unexpected character",
        "\"error\":null | \"error\":nu | Unrecognized token",
        "\"round\":1 | \"round\":1] | Unexpected close marker",
      })
  void damageIsNamedByItsLine(String sound, String damaged, String said, @TempDir Path folder)
      throws IOException {
    Path file = write(folder, List.of(Trials.completed(0, 0.25), Trials.diverged(1)));
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(1)).contains(sound);
    // As another program may have written it: with a checksum that is right.
    Files.writeString(
        file, lines.get(0) + "\n" + sealed(lines.get(1), sound, damaged) + lines.get(2) + "\n");

    assertThatThrownBy(() -> JournalReader.read(Lab.lines(file), Catalogue.standard()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ":2: this line is damaged (")
        .hasMessageContaining(said)
        .hasMessageNotContaining("hidden_units\":[")
        .satisfies(e -> assertThat(String.valueOf(e.getMessage()).lines()).hasSize(1));
  }

  /** A line of 32-bit characters is no fault of the disk, for which it would be taken. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aLineThatBeginsAsOneOfAnotherEncodingIsDamaged(int number, @TempDir Path folder)
      throws IOException {
    Path file = write(folder, TRIALS);
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    String line = lines.get(number);
    lines.set(number, sealed("\0\0\0" + line, "\"", "\u00e9").stripTrailing());
    Files.writeString(file, String.join("\n", lines) + "\n");

    assertThatThrownBy(() -> JournalReader.read(Lab.lines(file), Catalogue.standard()))
        .isInstanceOf(JournalException.class)
        .hasMessageStartingWith(
            "%s:%d: this line is damaged (it is not UTF-8)".formatted(file, number + 1));
  }

  /** Else `reproduce` would train such a trial without end. */
  @Test
  void aTimeoutIsKnownAlsoInJournalsThatHadNoNameForIt(@TempDir Path folder) throws IOException {
    String error = "limits.trial_timeout: not finished after 8 s, in epoch 3";
    Path file = write(folder, List.of(Trials.failed(1, error), Trials.failed(2, "no luck")));

    assertThat(JournalReader.read(Lab.lines(file), Catalogue.standard()).history().ended())
        .extracting(trial -> trial.result().stopReason())
        .containsExactly(StopReason.TRIAL_TIMEOUT, null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"version\":2 | \"version\":1 | the journal is of version 1, and this sweep4j writes version 2",
        "\"version\":2 | \"version\":\"2\" | of no version",
        "\"priors\":0 | \"priors\":1 | 1 trials of the earlier run that the sampler learns from are missing",
        "\"type\":\"sweep\" | \"type\":\"decision\" | no \"trial\"",
        "\"data_hash\":\"a1b2\" | \"data_hash\":null | \"data_hash\" must be text",
        "\"native_build\" | \"build\" | no \"native_build\"",
      })
  void aFirstLineOfAnotherKindIsRefused(
      String sound, String other, String said, @TempDir Path folder) throws IOException {
    Path file = write(folder, TRIALS);
    String text = Files.readString(file);
    int end = text.indexOf('\n');
    assertThat(text.substring(0, end)).contains(sound);
    Files.writeString(file, sealed(text.substring(0, end), sound, other) + text.substring(end + 1));

    assertThatThrownBy(() -> JournalReader.read(Lab.lines(file), Catalogue.standard()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ":")
        .hasMessageContaining(said);
  }

  /** Two runs into one folder must not become one journal. */
  @Test
  void aNewJournalNeverReplacesAnother(@TempDir Path folder) throws IOException {
    Path file = write(folder, TRIALS);

    assertThatThrownBy(() -> Journal.create(Lab.lines(file), Lab.PROVENANCE))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(JournalReader.read(Lab.lines(file), Catalogue.standard()).history().ended())
        .isEqualTo(TRIALS);
  }

  /** Two that wrote by turns, each at the place that it remembers, would leave the half of each. */
  @Test
  void aRunThatIsNotAloneWritesNothingMore(@TempDir Path folder) throws IOException {
    Path file = write(folder, TRIALS);
    long length = Files.size(file);
    List<Event> first = List.of(new Event.Ended(Trials.completed(7, 0.5)));
    List<Event> second = List.of(new Event.Ended(Trials.completed(8, 0.5)));

    try (Journal one = Journal.resume(Lab.lines(file), length);
        Journal other = Journal.resume(Lab.lines(file), length)) {
      one.reported(null, first);

      assertThatThrownBy(() -> other.reported(null, second))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(file + " was written to by something else while the run went on");
    }
    assertThat(JournalReader.read(Lab.lines(file), Catalogue.standard()).history().ended())
        .hasSize(TRIALS.size() + 1)
        .last()
        .isEqualTo(Trials.completed(7, 0.5));
  }

  /** A bit that turns on a disk makes another score, which is JSON all the same. */
  @Test
  void aChangedDigitIsDamage(@TempDir Path folder) throws IOException {
    Path file = write(folder, List.of(Trials.completed(0, 0.25), Trials.diverged(1)));
    Files.writeString(
        file, Files.readString(file).replace("\"objective\":0.25", "\"objective\":0.24"));

    assertThatThrownBy(() -> JournalReader.read(Lab.lines(file), Catalogue.standard()))
        .isInstanceOf(JournalException.class)
        .hasMessage(
            file
                + ":2: this line is damaged (its checksum differs), and not by a kill, as sound ones"
                + " follow it. The command `repair` sets it aside, and --resume runs its trial again");
  }

  /** What a power cut leaves of blocks that never reached the disk. */
  @Test
  void zerosAtTheEndAreATornLine(@TempDir Path folder) throws IOException {
    Path file = write(folder, TRIALS);
    long length = Files.size(file);
    Files.write(file, new byte[5000], StandardOpenOption.APPEND);
    Files.writeString(file, "\n", StandardOpenOption.APPEND);

    JournalReader.Content content = JournalReader.read(Lab.lines(file), Catalogue.standard());

    assertThat(content.history().ended()).isEqualTo(TRIALS);
    assertThat(content.length()).isEqualTo(length);
    assertThat(content.torn())
        .isEqualTo(file + ":6: damaged from here on (it does not end in a checksum)");
  }

  /** The line without its old checksum, one piece replaced, and sealed anew. */
  private static String sealed(String line, String sound, String other) {
    String json = line.substring(0, line.lastIndexOf(",\"crc32c\"")).replace(sound, other) + "}";
    return new String(Seal.line(json), StandardCharsets.UTF_8);
  }

  private static Path write(Path folder, List<TrialRecord> trials) throws IOException {
    Path file = folder.resolve("journal.jsonl");
    try (Journal journal = Journal.create(Lab.lines(file), Lab.PROVENANCE)) {
      for (TrialRecord trial : trials) {
        journal.reported(null, List.of(new Event.Ended(trial)));
      }
    }
    return file;
  }

  private static int lineEnd(byte[] bytes, int from) {
    int end = from;
    while (bytes[end] != '\n') {
      end++;
    }
    return end + 1;
  }

  private static int lines(byte[] bytes) {
    int lines = 0;
    for (byte each : bytes) {
      lines += each == '\n' ? 1 : 0;
    }
    return lines;
  }
}
