package sweep4j.driver.search;

/** A strategy for stopping trials because of other trials, with its own settings. */
public sealed interface PruningMethod {

  /** The pruner of this strategy. */
  Pruner pruner(int trials, int maxEpochs);

  /** All trials train to their own end. */
  record None() implements PruningMethod {
    @Override
    public Pruner pruner(int trials, int maxEpochs) {
      return new NoPruner(trials);
    }
  }
}
