package sweep4j.laboratory.simulation;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.PriorityQueue;
import sweep4j.driver.search.Sampler;
import sweep4j.driver.study.Event;
import sweep4j.driver.study.History;
import sweep4j.driver.study.RungDecision;
import sweep4j.driver.study.Schedule;
import sweep4j.laboratory.problem.Course;
import sweep4j.laboratory.problem.Problem;
import sweep4j.trial.Goal;
import sweep4j.trial.Leg;
import sweep4j.trial.TrialResult;

/**
 * A sweep on a virtual clock. The study's own {@link Schedule} says what may run; a slot that is
 * free takes the next leg at once, and the clock goes on to the end of the leg that ends first.
 *
 * @param maxTrials of the sweep, at least 1
 * @param seed of the sweep, and of the durations
 * @param slots how many trials can run at once, at least 1
 */
public record Simulation(
    Problem problem, Strategy strategy, int maxTrials, long seed, int slots, Durations durations) {

  public Simulation {
    if (maxTrials < 1 || slots < 1) {
      throw new IllegalArgumentException(
          "`maxTrials >= 1` and `slots >= 1` must hold, but got (maxTrials="
              + maxTrials
              + ", slots="
              + slots
              + ")");
    }
  }

  /** A leg in a slot, and how it will have gone. */
  private record Running(Leg leg, TrialResult result, Stretch stretch) {}

  /** Runs the whole sweep. */
  public Trace run() {
    Sampler sampler = strategy.sampler(problem, maxTrials, seed);
    var schedule =
        new Schedule(
            sampler,
            strategy.pruner(problem, sampler.trials()),
            problem.space(),
            Goal.MINIMIZE,
            seed,
            problem.maxEpochs(),
            History.none());
    var stretches = new ArrayList<Stretch>();
    var decisions = new ArrayList<RungDecision>();
    // Of legs that end at the same moment the lower trial first, so that nothing is left to chance.
    var running =
        new PriorityQueue<Running>(
            comparingDouble((Running each) -> each.stretch().end())
                .thenComparingInt(each -> each.leg().trial()));
    double now = 0.0;
    fill(running, schedule, now);
    while (!running.isEmpty()) {
      Running ended = running.remove();
      now = ended.stretch().end();
      stretches.add(ended.stretch());
      for (Event event : schedule.report(ended.leg(), ended.result())) {
        if (event instanceof Event.Decided decided) {
          decisions.add(decided.decision());
        }
      }
      fill(running, schedule, now);
    }
    if (!schedule.isOver()) {
      throw new IllegalStateException(
          strategy + " on " + problem.name() + " stands still: no leg may run, but it is not over");
    }
    decisions.sort(comparingInt(RungDecision::trial).thenComparingInt(RungDecision::rung));
    return new Trace(slots, stretches, schedule.trials(), decisions);
  }

  private void fill(PriorityQueue<Running> running, Schedule schedule, double now) {
    while (running.size() < slots) {
      Leg leg = schedule.next();
      if (leg == null) {
        return;
      }
      running.add(run(leg, now));
    }
  }

  private Running run(Leg leg, double start) {
    Course course = problem.course(leg.request().hyperparameters());
    TrialResult result = Training.result(leg, course, problem.maxEpochs());
    int epochs = course.begun(leg.untilEpoch()) - leg.fromEpoch();
    double seconds = epochs * course.secondsPerEpoch() * durations.factor(seed, leg.trial());
    double cost = result.cost(Goal.MINIMIZE);
    return new Running(leg, result, new Stretch(leg.trial(), epochs, cost, start, start + seconds));
  }
}
