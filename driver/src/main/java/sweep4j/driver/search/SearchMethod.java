package sweep4j.driver.search;

/** A search strategy, with its own settings. */
public sealed interface SearchMethod {

  /** Every combination of the parameters' levels, once. */
  record Grid() implements SearchMethod {}

  /** Independent uniform draws from the unit cube. */
  record Random() implements SearchMethod {}

  /**
   * First broad, then each round inside a smaller region around the best trials so far.
   *
   * @param rounds number of rounds, at least 1
   */
  record CoarseToFine(int rounds) implements SearchMethod {
    public CoarseToFine {
      if (rounds < 1) {
        throw new IllegalArgumentException("rounds must be at least 1, but got " + rounds);
      }
    }
  }
}
