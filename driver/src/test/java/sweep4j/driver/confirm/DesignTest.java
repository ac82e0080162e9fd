package sweep4j.driver.confirm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Repeat;
import sweep4j.trial.Seeds;
import sweep4j.trial.TrialRequest;

class DesignTest {

  private static final List<Candidate> TWO =
      List.of(
          new Candidate(12, Hyperparameters.defaults()),
          new Candidate(Repeat.DEFAULTS, Hyperparameters.defaults()));

  private static Repeat repeat(TrialRequest request) {
    return Objects.requireNonNull(request.repeat());
  }

  @Test
  void eachCandidateIsTrainedWithEachFoldSoOften() {
    List<TrialRequest> requests = new Design(3, 2, 42).requests(TWO);

    assertThat(requests).extracting(TrialRequest::trial).containsExactlyElementsOf(range(12));
    assertThat(requests)
        .filteredOn(each -> repeat(each).trial() == 12)
        .extracting(each -> repeat(each).fold().number())
        .containsExactly(0, 1, 2, 0, 1, 2);
    assertThat(requests.get(11).inWords()).isEqualTo("repeat 6 of the defaults");
  }

  /** Pairs that shared no rows and no streams would be compared as if by chance. */
  @Test
  void candidatesArePaired() {
    List<TrialRequest> requests = new Design(3, 2, 42).requests(TWO);

    for (int pair = 0; pair < requests.size(); pair += 2) {
      assertThat(requests.get(pair).seed()).isEqualTo(requests.get(pair + 1).seed());
      assertThat(repeat(requests.get(pair)).fold())
          .isEqualTo(repeat(requests.get(pair + 1)).fold());
    }
    assertThat(requests.stream().map(TrialRequest::seed).distinct()).hasSize(6);
  }

  /** With a seed of a trial, its luck would come again. */
  @Test
  void seedsAreFresh() {
    assertThat(new Design(50, 2, 42).requests(TWO))
        .extracting(TrialRequest::seed)
        .doesNotContainAnyElementsOf(
            IntStream.range(0, 1000).mapToObj(trial -> Seeds.trialSeed(42, trial)).toList());
  }

  /** A run that goes on with more of them would else begin anew. */
  @Test
  void moreRepeatsLeaveThoseThatThereAre() {
    List<TrialRequest> few = new Design(3, 1, 42).requests(TWO);

    assertThat(new Design(3, 2, 42).requests(TWO).subList(0, few.size())).isEqualTo(few);
  }

  @Test
  void aSpreadTakesTwoFolds() {
    assertThatThrownBy(() -> new Design(1, 5, 42))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("folds must be at least 2, but got 1");
  }

  private static List<Integer> range(int end) {
    return IntStream.range(0, end).boxed().toList();
  }
}
