package sweep4j.driver.search;

import java.util.List;

/**
 * The cells that the parameters from one on have, those before it being decided.
 *
 * @param parameter its number; behind the last there is nothing more to decide
 * @param runs its levels, all of them, in order; empty behind the last parameter
 * @param count of the cells, at least 1
 */
record Branch(int parameter, List<Run> runs, long count) {

  /**
   * Neighbouring levels that leave the same choice of what comes behind.
   *
   * @param first the first of them
   * @param levels how many
   * @param cellsBefore the cells of the levels below the first
   * @param next what comes behind each of them
   */
  record Run(int first, int levels, long cellsBefore, Branch next) {

    /** The cells of the levels up to the last of these. */
    long cellsTo() {
      return Math.addExact(cellsBefore, Math.multiplyExact(levels, next.count));
    }
  }

  /** Behind the last of {@code parameters}. */
  static Branch end(int parameters) {
    return new Branch(parameters, List.of(), 1);
  }

  static Branch of(int parameter, List<Run> runs) {
    return new Branch(parameter, runs, runs.get(runs.size() - 1).cellsTo());
  }

  boolean isEnd() {
    return runs.isEmpty();
  }

  /** The run that {@code level} is in. */
  Run runOfLevel(int level) {
    for (Run run : runs) {
      if (level < run.first + run.levels) {
        return run;
      }
    }
    throw new IllegalArgumentException("there is no level " + level);
  }

  /** The run that the cell number {@code cell} of this branch is in. */
  Run runOfCell(long cell) {
    for (Run run : runs) {
      if (cell < run.cellsTo()) {
        return run;
      }
    }
    throw new IllegalArgumentException("there is no cell " + cell);
  }
}
