package sweep4j.driver.hadoop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import sweep4j.driver.study.JournalException;

/** A segment that is read twice repeats trials, and one that is left out loses them. */
class SegmentNamesTest {

  private static final SegmentNames NAMES = SegmentNames.of("journal.jsonl");

  private static List<String> inOrder(String... files) throws JournalException {
    return NAMES.inOrder(List.of(files), name -> "hdfs://host/run/" + name);
  }

  @Test
  void othersAreLeftAlone() throws JournalException {
    assertThat(
            inOrder(
                "sweep.yaml",
                "journal-000001.jsonl.damaged-1",
                ".journal-000001.jsonl.new",
                "journal.jsonl",
                "journal-000001.jsonl"))
        .containsExactly("journal-000001.jsonl");
    assertThat(inOrder("sweep.yaml")).isEmpty();
    assertThat(NAMES.highest(List.of("sweep.yaml"))).isZero();
  }

  @Test
  void theyComeByNumberAlsoPastAMillion() throws JournalException {
    assertThat(
            inOrder(
                "journal-1000000.jsonl",
                "journal-999999.jsonl",
                "journal-000002-999998.jsonl",
                "journal-000001.jsonl"))
        .containsExactly(
            "journal-000001.jsonl",
            "journal-000002-999998.jsonl",
            "journal-999999.jsonl",
            "journal-1000000.jsonl");
    assertThat(NAMES.highest(List.of("journal-1000000.jsonl"))).isEqualTo(1_000_000);
  }

  /** A kill between writing the whole and deleting its parts. */
  @Test
  void partsOfAWholeThatIsThereDoNotCount() throws JournalException {
    assertThat(
            inOrder(
                "journal-000002.jsonl",
                "journal-000003.jsonl",
                "journal-000002-000003.jsonl",
                "journal-000002-000005.jsonl",
                "journal-000001.jsonl",
                "journal-000006.jsonl"))
        .containsExactly(
            "journal-000001.jsonl", "journal-000002-000005.jsonl", "journal-000006.jsonl");
  }

  @Test
  void aGapIsAnErrorThatNamesWhatIsMissing() {
    assertThatThrownBy(() -> inOrder("journal-000001.jsonl", "journal-000003.jsonl"))
        .isInstanceOf(JournalException.class)
        .hasMessage(
            "hdfs://host/run/journal-000002.jsonl is missing, but journal-000003.jsonl is there:"
                + " give it back, or start the sweep anew in another folder");
    assertThatThrownBy(() -> inOrder("journal-000002.jsonl"))
        .hasMessageContaining("journal-000001.jsonl is missing");
    assertThatThrownBy(() -> inOrder("journal-000001-000003.jsonl", "journal-000003-000005.jsonl"))
        .hasMessageContaining("journal-000004.jsonl is missing");
  }
}
