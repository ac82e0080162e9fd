package sweep4j.laboratory.simulation;

/**
 * A leg of a trial as it went.
 *
 * @param trial its number
 * @param epochs that were begun in it, at least 1
 * @param cost of the trial at its end: its best so far; positive infinity if it diverged
 * @param start in seconds of the virtual clock
 * @param end in seconds of the virtual clock
 */
public record Stretch(int trial, int epochs, double cost, double start, double end) {

  /** How much of it lies before {@code time}. */
  double secondsUntil(double time) {
    return Math.max(0.0, Math.min(end, time) - start);
  }
}
