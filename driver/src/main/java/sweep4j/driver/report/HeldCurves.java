package sweep4j.driver.report;

import java.util.ArrayList;
import java.util.List;
import sweep4j.driver.leaderboard.Leaderboard;

/**
 * Whose learning curves a page holds: those of the best trials, as many as keep it small.
 *
 * @param rows of the leaderboard
 * @param of how many trials have one
 */
record HeldCurves(List<Integer> rows, int of) {

  /** Numbers in all, about 2 MB of them. */
  private static final int MOST_POINTS = 100_000;

  /** Held however long they are: as many as are shown at first. */
  private static final int FEWEST = 10;

  static HeldCurves of(Leaderboard leaderboard) {
    var rows = new ArrayList<Integer>();
    int of = 0;
    long points = 0;
    for (int row = 0; row < leaderboard.rows().size(); row++) {
      int length = leaderboard.rows().get(row).trial().result().curve().size();
      if (length == 0) {
        continue;
      }
      of++;
      points += length;
      if (points <= MOST_POINTS || rows.size() < FEWEST) {
        rows.add(row);
      }
    }
    return new HeldCurves(rows, of);
  }
}
