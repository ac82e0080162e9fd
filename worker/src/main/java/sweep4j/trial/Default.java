package sweep4j.trial;

import java.util.function.Function;

/** The value of a hyperparameter that a sweep leaves out. */
public sealed interface Default {

  /** The value, in view of the hyperparameters beside it. */
  ParameterValue in(Hyperparameters others);

  /** The value in words, for a table. */
  String words();

  /** The same value always. */
  record Constant(ParameterValue value) implements Default {
    @Override
    public ParameterValue in(Hyperparameters others) {
      return value;
    }

    @Override
    public String words() {
      return value.toString();
    }
  }

  /**
   * A value that depends on others.
   *
   * @param words which one holds when
   * @param choice picks it; must ask for none whose own default depends on this one
   */
  record Contextual(String words, Function<Hyperparameters, ParameterValue> choice)
      implements Default {
    @Override
    public ParameterValue in(Hyperparameters others) {
      return choice.apply(others);
    }
  }
}
