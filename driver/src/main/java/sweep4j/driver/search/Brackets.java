package sweep4j.driver.search;

import java.util.List;

/**
 * Trials divided over brackets in the order of their numbers. The shapes of the brackets come one
 * after another, and then from the start; the last bracket ends with the trials, and keeps its
 * rungs if that makes it short.
 *
 * <p>Example, shapes of 4 and 2 trials, 9 trials:
 *
 * <pre>{@code
 * trial    0 1 2 3  4 5  6 7 8
 * bracket  0 0 0 0  1 1  2 2 2
 * }</pre>
 *
 * @param cycle the shapes, at least one
 * @param trials how many trials, at least 1
 */
record Brackets(List<BracketShape> cycle, int trials) {

  /**
   * A bracket.
   *
   * @param number from 0
   * @param first the first trial
   * @param end the last trial and one
   * @param rungs after how many epochs its trials are compared
   */
  record Bracket(int number, int first, int end, List<Integer> rungs) {
    int size() {
      return end - first;
    }

    boolean has(int trial) {
      return first <= trial && trial < end;
    }
  }

  Brackets {
    cycle = List.copyOf(cycle);
  }

  /** The bracket of {@code trial}. */
  Bracket of(int trial) {
    Prefix.requireTrial(trial, trials);
    int turn = (int) (trial / cycleTrials());
    int place = 0;
    long next = turn * cycleTrials() + cycle.get(0).size();
    while (next <= trial) {
      place++;
      next += cycle.get(place).size();
    }
    BracketShape shape = cycle.get(place);
    return new Bracket(
        turn * cycle.size() + place,
        (int) (next - shape.size()),
        (int) Math.min(next, trials),
        shape.rungs());
  }

  private long cycleTrials() {
    return cycle.stream().mapToLong(BracketShape::size).sum();
  }
}
