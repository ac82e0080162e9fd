package sweep4j.driver.study;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;

/** Repeats to run, each to its end, whatever becomes of the others. Their networks nobody wants. */
public final class RepeatSchedule implements Agenda {

  private final List<TrialRequest> requests;
  private final int maxEpochs;
  private final TreeMap<Integer, TrialRecord> ended = new TreeMap<>();
  private int next;

  /**
   * A schedule of {@code requests}.
   *
   * @param requests each of a repeat, and numbered by its place
   */
  public RepeatSchedule(List<TrialRequest> requests, int maxEpochs) {
    this.requests = List.copyOf(requests);
    this.maxEpochs = maxEpochs;
  }

  @Override
  public @Nullable Leg next() {
    return next < requests.size() ? new Leg(requests.get(next++), 0, maxEpochs) : null;
  }

  @Override
  public List<Event> report(Leg leg, TrialResult result) {
    var repeat = new TrialRecord(leg.request(), result);
    ended.put(leg.trial(), repeat);
    return List.of(new Event.Ended(repeat));
  }

  @Override
  public @Nullable DrawnRound begins(int trial, int latest) {
    return null;
  }

  @Override
  public boolean isBest(TrialRecord trial) {
    return false;
  }

  @Override
  public boolean leads(TrialRecord trial) {
    return false;
  }

  @Override
  public double costToBeat() {
    return Double.NEGATIVE_INFINITY;
  }

  @Override
  public List<TrialRecord> trials() {
    return List.copyOf(ended.values());
  }
}
