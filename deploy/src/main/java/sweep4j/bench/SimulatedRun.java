package sweep4j.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.config.SweepFileException;
import sweep4j.driver.config.SweepFileReader;
import sweep4j.driver.config.SweepFileWriter;
import sweep4j.driver.study.Event;
import sweep4j.driver.study.History;
import sweep4j.driver.study.Journal;
import sweep4j.driver.study.PausedTrial;
import sweep4j.driver.study.Provenance;
import sweep4j.driver.study.RunFolder;
import sweep4j.driver.study.Schedule;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;

/**
 * Writes the folder of a run whose trials are {@link SimulatedTrials}, on slots of a virtual clock;
 * see {@code deploy/bench/report}.
 */
public final class SimulatedRun {

  private static final int SLOTS = 16;

  /** Records that are synced at once. */
  private static final int AT_ONCE = 1000;

  /** A leg that runs until a moment, in seconds from the beginning. */
  private record Running(Leg leg, int slot, double began, double ends) {}

  private SimulatedRun() {}

  /** {@code SWEEP TRIALS DIR}. */
  public static void main(String[] arguments) throws Exception {
    write(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2]));
  }

  /** Writes to {@code folder} a run of so many trials of {@code sweepFile}. */
  public static void write(Path sweepFile, int trials, Path folder)
      throws SweepFileException, IOException {
    SweepDefinition sweep = SweepFileReader.read(sweepFile, List.of("search.max_trials=" + trials));
    var run = new RunFolder(folder);
    run.replace(RunFolder.SWEEP_FILE, SweepFileWriter.write(sweep));
    var provenance =
        new Provenance(
            sweep.name(),
            "none: the trials are simulated",
            "-",
            "a simulation",
            "-",
            SimulatedTrials.BEGIN.toString());
    try (Journal journal = Journal.create(run.journal(), provenance)) {
      write(schedule(sweep), new SimulatedTrials(sweep.workload().maxEpochs()), journal);
    }
  }

  private static Schedule schedule(SweepDefinition sweep) {
    return new Schedule(
        sweep.sampler(),
        sweep.pruner(),
        sweep.searchedSpace(),
        sweep.workload().metric().goal(),
        sweep.seed(),
        sweep.workload().maxEpochs(),
        History.none());
  }

  private static void write(Schedule schedule, SimulatedTrials trials, Journal journal)
      throws IOException {
    var running = new PriorityQueue<Running>(Comparator.comparingDouble(Running::ends));
    var free = new PriorityQueue<Integer>();
    for (int slot = 0; slot < SLOTS; slot++) {
      free.add(slot);
    }
    var events = new ArrayList<Event>();
    double now = 0.0;
    while (true) {
      Leg leg = free.isEmpty() ? null : schedule.next();
      if (leg != null) {
        running.add(new Running(leg, free.remove(), now, now + trials.seconds(leg)));
        continue;
      }
      Running first = running.poll();
      if (first == null) {
        break;
      }
      now = first.ends();
      free.add(first.slot());
      TrialResult result = trials.result(first.leg(), first.slot(), first.began());
      if (result.state() == TrialState.PAUSED) {
        journal.reported(paused(first.leg(), result), events);
        events.clear();
      }
      events.addAll(schedule.report(first.leg(), result));
      if (events.size() >= AT_ONCE) {
        journal.reported(null, events);
        events.clear();
      }
    }
    journal.reported(null, events);
  }

  private static PausedTrial paused(Leg leg, TrialResult result) {
    return new PausedTrial(new TrialRecord(leg.request(), result), "none");
  }
}
