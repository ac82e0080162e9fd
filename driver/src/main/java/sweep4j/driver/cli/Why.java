package sweep4j.driver.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import sweep4j.driver.search.Decision;
import sweep4j.driver.study.History;
import sweep4j.driver.study.RungDecision;
import sweep4j.trial.EarlyStopping;
import sweep4j.trial.Measurement;
import sweep4j.trial.Metric;
import sweep4j.trial.StopReason;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialResult;
import sweep4j.trial.Workload;

/** What became of trials and why, in words, from a run's journal. */
final class Why {

  private final Workload workload;
  private final Metric metric;
  private final History history;

  Why(Workload workload, History history) {
    this.workload = workload;
    this.metric = workload.metric();
    this.history = history;
  }

  /** The story of a trial in one sentence; empty if the journal does not know the trial. */
  Optional<String> sentence(int trial) {
    Optional<TrialRecord> ended =
        history.ended().stream().filter(each -> each.trial() == trial).findFirst();
    List<RungDecision> decisions =
        history.decisions().stream().filter(each -> each.trial() == trial).toList();
    Optional<TrialResult> stands =
        history.paused().stream()
            .map(each -> each.trial())
            .filter(each -> each.trial() == trial)
            .reduce((earlier, later) -> later)
            .map(TrialRecord::result);
    if (ended.isEmpty() && stands.isEmpty()) {
      return Optional.empty();
    }
    var clauses = new ArrayList<String>();
    decisions.stream()
        .filter(each -> each.decision().goesOn())
        .forEach(each -> clauses.add(wentOn(each)));
    clauses.add(
        ended.isPresent() ? end(ended.get().result(), decisions) : waits(stands.get(), decisions));
    String last = clauses.remove(clauses.size() - 1);
    String before = clauses.isEmpty() ? "" : String.join(", ", clauses) + ", and ";
    return Optional.of("Trial " + trial + " " + before + last + ".");
  }

  private String wentOn(RungDecision decided) {
    Decision decision = decided.decision();
    return "went on after %s as number %d of %d"
        .formatted(epochs(decided.epochs()), decision.rank(), decision.compared());
  }

  private String waits(TrialResult stands, List<RungDecision> decisions) {
    boolean decided = decisions.stream().anyMatch(each -> each.epochs() == stands.epochs());
    return decided
        ? "has not come to its next rung yet"
        : "stands at a rung after %s, and waits for the trials that it is compared with"
            .formatted(epochs(stands.epochs()));
  }

  private String end(TrialResult result, List<RungDecision> decisions) {
    return switch (result.state()) {
      case PRUNED -> pruned(result, decisions);
      case COMPLETED -> completed(result);
      case DIVERGED -> "diverged: " + sentencePart(result);
      case FAILED, LOST, PAUSED -> "failed: " + sentencePart(result);
    };
  }

  private static String sentencePart(TrialResult result) {
    String error = Objects.requireNonNullElse(result.error(), "no reason is known");
    return error.lines().findFirst().orElse("").strip().replaceAll("\\.$", "");
  }

  private String pruned(TrialResult result, List<RungDecision> decisions) {
    return decisions.stream()
        .filter(each -> !each.decision().goesOn())
        .findFirst()
        .map(decided -> pruned(result, decided))
        // As where its line was damaged, and taken out by `repair`.
        .orElseGet(
            () ->
                "was pruned after %s; the journal does not say any more by which decision, and --resume finds it out again"
                    .formatted(epochs(result.epochs())));
  }

  private String pruned(TrialResult result, RungDecision decided) {
    Decision decision = decided.decision();
    Measurement measurement = Objects.requireNonNull(result.measurement());
    String place =
        "number %d of the %d compared at rung %d of bracket %d"
            .formatted(decision.rank(), decision.compared(), decided.rung(), decided.bracket());
    return "was pruned after %s, because its %s, %s, was %s, and only %s or better went on"
        .formatted(
            epochs(decided.epochs()),
            metric.key(),
            number(measurement.objective()),
            place,
            number(metric.goal().cost(decision.threshold())));
  }

  private String completed(TrialResult result) {
    Measurement measurement = Objects.requireNonNull(result.measurement());
    String best =
        "its best %s, %s, was that of epoch %d"
            .formatted(metric.key(), number(measurement.objective()), measurement.bestEpoch());
    String trained = epochs(result.epochs());
    if (result.stopReason() == StopReason.EARLY_STOPPING) {
      EarlyStopping rule = workload.earlyStopping();
      return "stopped early after %s, because %s had not improved for %s; %s"
          .formatted(
              trained,
              Objects.requireNonNullElse(rule.metric(), metric).key(),
              epochs(rule.patience()),
              best);
    }
    if (result.stopReason() == StopReason.MAX_MINUTES) {
      return "stopped after %s, because max_minutes, %s, were over; %s"
          .formatted(trained, workload.earlyStopping().maxMinutes(), best);
    }
    return "trained for all of its %s; %s".formatted(trained, best);
  }

  private static String epochs(int count) {
    return count == 1 ? "1 epoch" : count + " epochs";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
