package sweep4j.driver.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.EarlyStopping;
import sweep4j.trial.GradientNorms;
import sweep4j.trial.Leg;
import sweep4j.trial.Measurement;
import sweep4j.trial.Score;
import sweep4j.trial.StopReason;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;
import sweep4j.trial.Workload;

/** What a trial measured in its sweep, beside what it measured when it ran again. */
final class Reproduction {

  /**
   * A measurement.
   *
   * @param was in full precision, or what stands for nothing
   */
  private record Pair(String name, String was, String is) {
    boolean isSame() {
      return was.equals(is);
    }
  }

  /** What ended a trial in its sweep, by which it is known how far it can be compared. */
  enum Ending {
    /** Itself: all must be the same. */
    ITSELF,

    /**
     * Other trials, or {@code max_minutes}: it is stopped after as many epochs, and goes no
     * further.
     */
    CUT,

    /**
     * {@code limits.trial_timeout}, on a machine of another speed: only how it ended can be
     * compared.
     */
    TIMEOUT;

    static Ending of(TrialResult result) {
      if (result.state() == TrialState.PRUNED || result.stopReason() == StopReason.MAX_MINUTES) {
        return CUT;
      }
      return result.stopReason() == StopReason.TRIAL_TIMEOUT ? TIMEOUT : ITSELF;
    }
  }

  private final List<Pair> pairs = new ArrayList<>();

  private Reproduction() {}

  /** The leg that runs {@code trial} again. */
  static Leg leg(TrialRecord trial, int maxEpochs) {
    boolean cut = Ending.of(trial.result()) == Ending.CUT;
    return new Leg(trial.request(), 0, cut ? trial.result().epochs() : maxEpochs);
  }

  /** The workload of a sweep without what depends on how fast a machine is. */
  static Workload timeless(Workload workload) {
    EarlyStopping rule = workload.earlyStopping();
    return new Workload(
        workload.model(),
        workload.fixed(),
        workload.maxEpochs(),
        new EarlyStopping(
            rule.patience(), rule.minDelta(), rule.metric(), Double.POSITIVE_INFINITY),
        workload.metric(),
        workload.gradientNorms(),
        workload.dataParallel());
  }

  static Reproduction of(TrialResult was, TrialResult is) {
    var reproduction = new Reproduction();
    Ending ending = Ending.of(was);
    if (ending != Ending.CUT) {
      reproduction.add("state", was.state(), is.state());
      reproduction.add("stop_reason", was.stopReason(), is.stopReason());
    }
    if (ending == Ending.ITSELF) {
      reproduction.add("error", was.error(), is.error());
    }
    if (ending != Ending.TIMEOUT) {
      reproduction.add("epochs", was.epochs(), is.epochs());
      reproduction.addAll(was.measurement(), is.measurement(), ending == Ending.ITSELF);
      reproduction.addAll("learning curve", was.curve(), is.curve());
      reproduction.addAll(was.gradientNorms(), is.gradientNorms());
    }
    return reproduction;
  }

  private void addAll(@Nullable Measurement was, @Nullable Measurement is, boolean training) {
    add("objective", was == null ? null : was.objective(), is == null ? null : is.objective());
    add("best_epoch", was == null ? null : was.bestEpoch(), is == null ? null : is.bestEpoch());
    addAll(
        "validation", was == null ? null : was.validation(), is == null ? null : is.validation());
    if (training) {
      addAll("training", was == null ? null : was.training(), is == null ? null : is.training());
    }
  }

  private void addAll(String split, @Nullable Score was, @Nullable Score is) {
    add(split + "_loss", was == null ? null : was.loss(), is == null ? null : is.loss());
    add(split + "_quality", was == null ? null : was.quality(), is == null ? null : is.quality());
  }

  private void addAll(@Nullable GradientNorms was, @Nullable GradientNorms is) {
    if (was != null || is != null) {
      addAll("gradient norms", flat(was), flat(is));
    }
  }

  private static List<Double> flat(@Nullable GradientNorms norms) {
    return norms == null ? List.of() : norms.epochs().stream().flatMap(List::stream).toList();
  }

  /** One row; of lists that differ, with the first difference. */
  private void addAll(String name, List<Double> was, List<Double> is) {
    int same = 0;
    while (same < Math.min(was.size(), is.size()) && was.get(same).equals(is.get(same))) {
      same++;
    }
    if (same == was.size() && same == is.size()) {
      add(name, was.size() + " values", is.size() + " values");
    } else {
      add("%s, value %d".formatted(name, same + 1), at(was, same), at(is, same));
    }
  }

  private static @Nullable Double at(List<Double> values, int index) {
    return index < values.size() ? values.get(index) : null;
  }

  /** Texts of doubles are equal if and only if their bits are, but for NaNs. */
  private void add(String name, @Nullable Object was, @Nullable Object is) {
    pairs.add(new Pair(name, text(was), text(is)));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }

  /** Whether all is equal, bit for bit. */
  boolean isSame() {
    return pairs.stream().allMatch(Pair::isSame);
  }

  /** A table for the terminal, and a sentence. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(row("", "in the run", "here", ""));
    for (Pair pair : pairs) {
      lines.add(row(pair.name(), pair.was(), pair.is(), pair.isSame() ? "same" : "DIFFERS"));
    }
    lines.add(verdict());
    return lines;
  }

  /** The sentence alone. */
  String verdict() {
    long different = pairs.stream().filter(pair -> !pair.isSame()).count();
    return different == 0
        ? "All %d are the same, bit for bit.".formatted(pairs.size())
        : "%d of %d differ.".formatted(different, pairs.size());
  }

  private static String row(String name, String was, String is, String verdict) {
    return String.format(Locale.ROOT, "%-22s %-26s %-26s %s", name, was, is, verdict)
        .stripTrailing();
  }
}
