package sweep4j.driver.search;

import java.util.List;

/**
 * How a bracket begins.
 *
 * @param size how many trials, at least 1
 * @param rungs after how many epochs they are compared, increasing; may be empty
 */
record BracketShape(int size, List<Integer> rungs) {
  BracketShape {
    if (size < 1) {
      throw new IllegalArgumentException("`size >= 1` must hold, but got (size=" + size + ")");
    }
    rungs = List.copyOf(rungs);
  }
}
