package sweep4j.driver.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.driver.Trials;
import sweep4j.trial.Goal;
import sweep4j.trial.TrialRecord;

/** A cost to beat that is too low loses a network that is wanted at the end. */
class LeadersTest {

  @Test
  void aNetworkIsWantedAsLongAsThereIsRoom() {
    var leaders = new Leaders(Goal.MINIMIZE, 2);
    leaders.add(Trials.completed(0, 0.5));
    assertThat(leaders.costToBeat()).isInfinite();

    leaders.add(Trials.completed(1, 0.75));
    assertThat(leaders.costToBeat()).isEqualTo(0.75);
    leaders.add(Trials.completed(2, 0.25));
    assertThat(leaders.costToBeat()).isEqualTo(0.5);
    assertThat(leaders.contains(Trials.completed(1, 0.75))).isFalse();
    assertThat(leaders.first()).isEqualTo(Trials.completed(2, 0.25));
  }

  @Test
  void higherIsBetterWhereItIsMaximized() {
    var leaders = new Leaders(Goal.MAXIMIZE, 1);
    leaders.add(Trials.completed(0, 0.5));
    leaders.add(Trials.completed(1, 0.75));

    assertThat(leaders.first()).isEqualTo(Trials.completed(1, 0.75));
    assertThat(leaders.costToBeat()).isEqualTo(-0.75);
  }

  /** The one that ends first must not win, or the models would depend on the machine. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void tiesGoToTheLowerNumbers(int first) {
    List<TrialRecord> trials =
        IntStream.range(0, 4).mapToObj(trial -> Trials.completed(trial, 0.5)).toList();
    var leaders = new Leaders(Goal.MINIMIZE, 2);
    IntStream.range(0, 4).forEach(i -> leaders.add(trials.get((first + i) % 4)));

    assertThat(trials).filteredOn(leaders::contains).isEqualTo(trials.subList(0, 2));
  }

  @Test
  void aTrialWithoutAnObjectiveNeverLeads() {
    var leaders = new Leaders(Goal.MINIMIZE, 2);
    leaders.add(Trials.diverged(0));

    assertThat(leaders.first()).isNull();
    assertThatThrownBy(() -> new Leaders(Goal.MINIMIZE, 0)).hasMessageContaining("got 0");
  }
}
