package sweep4j.driver.cli;

import java.io.IOException;
import java.util.List;
import sweep4j.driver.search.Region;
import sweep4j.driver.study.StudyListener;
import sweep4j.trial.EpochScore;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;

/** Several listeners as one, told in their order. */
record Listeners(List<StudyListener> each) implements StudyListener {

  @Override
  public void roundStarted(int round, Region region) {
    each.forEach(listener -> listener.roundStarted(round, region));
  }

  @Override
  public void legStarted(Leg leg, int slots) throws IOException {
    for (StudyListener listener : each) {
      listener.legStarted(leg, slots);
    }
  }

  @Override
  public void epochEnded(Leg leg, EpochScore score) {
    each.forEach(listener -> listener.epochEnded(leg, score));
  }

  @Override
  public void begunAnew(Leg leg) {
    each.forEach(listener -> listener.begunAnew(leg));
  }

  @Override
  public void trialPaused(TrialRecord trial) {
    each.forEach(listener -> listener.trialPaused(trial));
  }

  @Override
  public void attemptLost(TrialRequest request, TrialResult result) {
    each.forEach(listener -> listener.attemptLost(request, result));
  }

  @Override
  public void trialMoves(TrialRequest request, TrialResult result) {
    each.forEach(listener -> listener.trialMoves(request, result));
  }

  @Override
  public void trialEnded(TrialRecord trial) throws IOException {
    for (StudyListener listener : each) {
      listener.trialEnded(trial);
    }
  }

  @Override
  public void newLeader(TrialRecord trial, byte[] model) throws IOException {
    for (StudyListener listener : each) {
      listener.newLeader(trial, model);
    }
  }

  @Override
  public void newBest(TrialRecord trial, byte[] model) throws IOException {
    for (StudyListener listener : each) {
      listener.newBest(trial, model);
    }
  }
}
