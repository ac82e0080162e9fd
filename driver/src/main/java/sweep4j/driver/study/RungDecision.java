package sweep4j.driver.study;

import java.util.List;
import sweep4j.driver.search.Decision;

/**
 * What was decided for a trial at a rung, and from what.
 *
 * @param trial its number
 * @param bracket that it belongs to, from 0
 * @param rung from 0
 * @param epochs that it had trained for
 * @param decision with rank and threshold
 * @param peers the other trials that it was compared with, in the order of their numbers
 */
public record RungDecision(
    int trial, int bracket, int rung, int epochs, Decision decision, List<Integer> peers) {
  public RungDecision {
    peers = List.copyOf(peers);
  }
}
