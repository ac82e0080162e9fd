package sweep4j.trial;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import sweep4j.trial.ParameterValue.Text;

/**
 * When a hyperparameter has an effect: while another one has one of some values.
 *
 * @param other the one that decides
 * @param values the values under which there is an effect; at least one, each legal for {@code
 *     other}
 */
public record UsedWith(Hyperparameter other, List<ParameterValue> values) {
  public UsedWith {
    values = List.copyOf(values);
    if (values.isEmpty() || !values.stream().allMatch(other.legal()::allows)) {
      throw new IllegalArgumentException(
          "values must be legal for " + other.key() + " and at least one, but got " + values);
    }
  }

  static UsedWith of(Hyperparameter other, String... names) {
    return new UsedWith(other, Arrays.stream(names).<ParameterValue>map(Text::new).toList());
  }

  /** Whether there is an effect among {@code hyperparameters}. */
  public boolean holdsIn(Hyperparameters hyperparameters) {
    return values.contains(hyperparameters.value(other));
  }

  /** As in "updater sgd, nesterovs". */
  public String words() {
    return other.key()
        + " "
        + values.stream().map(ParameterValue::toString).collect(Collectors.joining(", "));
  }
}
