package sweep4j.laboratory.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sweep4j.laboratory.simulation.Trace;

/** What a sweep may spend before its regret is looked at. */
public sealed interface Budget {

  /** By seed, the regret that the sweeps of {@code sample} have when it is spent. */
  double[] regret(Sample sample);

  /** So many first trials, by number. */
  record Trials(int count) implements Budget {
    @Override
    public double[] regret(Sample sample) {
      return sample.regretAfterTrials(count);
    }

    @Override
    public String toString() {
      return count + " trials";
    }
  }

  /** So many epochs, of all trials together. */
  record Epochs(long count) implements Budget {
    @Override
    public double[] regret(Sample sample) {
      return sample.regretAfterEpochs(count);
    }

    @Override
    public String toString() {
      return count + " epochs";
    }
  }

  /** So many seconds of the virtual clock. */
  record Seconds(double count) implements Budget {
    @Override
    public double[] regret(Sample sample) {
      return sample.regretAfterSeconds(count);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.0f s", count);
    }
  }

  /**
   * A quarter, half and all of {@code trials} trials, and where trainings take several epochs, a
   * tenth, a third and all of the epochs and of the time that whole trainings of so many trials
   * take.
   *
   * @param random sweeps of whole trainings, whose median time counts
   */
  static List<Budget> of(Sample random, int trials) {
    List<Budget> budgets = new ArrayList<>();
    for (int divisor : new int[] {4, 2, 1}) {
      budgets.add(new Trials(Math.max(1, trials / divisor)));
    }
    if (random.problem().maxEpochs() > 1) {
      long epochs = (long) trials * random.problem().maxEpochs();
      double seconds = Quartiles.of(random.byTrace(Trace::makespan)).median();
      for (int divisor : new int[] {10, 3, 1}) {
        budgets.add(new Epochs(epochs / divisor));
      }
      for (int divisor : new int[] {10, 3, 1}) {
        budgets.add(new Seconds(seconds / divisor));
      }
    }
    return List.copyOf(budgets);
  }
}
