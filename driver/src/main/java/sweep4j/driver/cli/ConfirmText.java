package sweep4j.driver.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.ConfirmPlan;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.confirm.Confirmation;
import sweep4j.driver.confirm.Confirmed;
import sweep4j.driver.leaderboard.Leaderboard;
import sweep4j.driver.leaderboard.Rounded;
import sweep4j.driver.report.Outcome;
import sweep4j.driver.standings.ConfirmTask;
import sweep4j.trial.Metric;
import sweep4j.trial.TrialRecord;

/** What repeats have shown, as a small table and in words. */
final class ConfirmText {

  private static final String ROW = "%-14s  %10s  %10s  %23s  %s";

  private ConfirmText() {}

  /** What is about to be done. */
  static String plan(ConfirmPlan plan) {
    return "confirmation: the best %d trials and the defaults, each trained %d times anew"
        .formatted(plan.top(), plan.parts() * plan.repeatsOfEach());
  }

  /** Of a run that has not come to its end. */
  static String unfinished(ConfirmTask task, int done) {
    return "confirmation: %d of %d repeats have ended; until all have, ranks are by validation"
        .formatted(done, task.requests().size());
  }

  /**
   * The lines.
   *
   * @param byValidation all trials, ranked by their objectives
   */
  static List<String> lines(
      Confirmation confirmation, Leaderboard byValidation, SweepDefinition sweep) {
    var lines = new ArrayList<String>();
    lines.add("confirmation: " + head(confirmation, sweep.workload().metric()));
    if (!confirmation.trials().isEmpty()) {
      lines.add(ROW.formatted("", "mean", "sd", "95% interval", "").stripTrailing());
      rows(confirmation).forEach(each -> lines.add(row(each)));
    }
    lines.addAll(sentences(confirmation, byValidation));
    return lines;
  }

  /** The same for a report. */
  static Outcome outcome(
      Confirmation confirmation, Leaderboard byValidation, SweepDefinition sweep) {
    return new Outcome(
        "Confirmation: " + head(confirmation, sweep.workload().metric()),
        List.of("configuration", "mean", "sd", "95% from", "to", "beside the best"),
        rows(confirmation).stream()
            .map(
                each ->
                    List.<Object>of(
                        each.candidate().inWords(),
                        each.objective().mean(),
                        each.objective().sd(),
                        each.objective().low(),
                        each.objective().high(),
                        standing(each.behind())))
            .toList(),
        String.join(" ", sentences(confirmation, byValidation)));
  }

  /** The story of a trial's repeats in one sentence; empty if it was not confirmed. */
  static Optional<String> sentence(int trial, Confirmation confirmation, Metric metric) {
    return confirmation.trials().stream()
        .filter(each -> each.candidate().trial() == trial)
        .findFirst()
        .map(
            each ->
                "Trained %d times anew, its %s was %s on average (95%% interval: %s to %s): %s."
                    .formatted(
                        confirmation.design().trainings(),
                        metric.key(),
                        Rounded.text(each.objective().mean()),
                        Rounded.text(each.objective().low()),
                        Rounded.text(each.objective().high()),
                        standing(each.behind())));
  }

  private static List<String> sentences(Confirmation confirmation, Leaderboard byValidation) {
    var lines = new ArrayList<String>();
    for (Confirmation.Unconfirmed each : confirmation.unconfirmed()) {
      lines.add(
          "%s cannot be compared: %d of its %d repeats came to nothing (%s)."
              .formatted(
                  capital(each.candidate().inWords()),
                  each.failed(),
                  confirmation.design().trainings(),
                  each.error()));
    }
    if (confirmation.trials().isEmpty()) {
      lines.add("No trial could be confirmed; ranks are by validation.");
    } else {
      lines.addAll(verdicts(confirmation, byValidation));
    }
    return lines;
  }

  private static String head(Confirmation confirmation, Metric metric) {
    return "each trained %d times anew; %s on training rows kept apart, by which none was chosen"
        .formatted(confirmation.design().trainings(), metric.key());
  }

  /** The trials, and behind them the defaults unless they are one. */
  private static List<Confirmed> rows(Confirmation confirmation) {
    var rows = new ArrayList<>(confirmation.trials());
    Confirmed defaults = confirmation.defaults();
    if (defaults != null && !rows.contains(defaults)) {
      rows.add(defaults);
    }
    return rows;
  }

  private static String row(Confirmed confirmed) {
    return ROW.formatted(
        confirmed.candidate().inWords(),
        Rounded.text(confirmed.objective().mean()),
        Rounded.text(confirmed.objective().sd()),
        Rounded.text(confirmed.objective().low())
            + " to "
            + Rounded.text(confirmed.objective().high()),
        standing(confirmed.behind()));
  }

  private static String standing(Confirmed.@Nullable Behind behind) {
    if (behind == null) {
      return "the best";
    }
    if (behind.isTied()) {
      return behind.isBetter() ? "better than the best trial" : "tied with the best";
    }
    return "worse than the best (%s)".formatted(p(behind.p()));
  }

  private static List<String> verdicts(Confirmation confirmation, Leaderboard byValidation) {
    var lines = new ArrayList<String>();
    Confirmed best = confirmation.trials().get(0);
    TrialRecord first = Objects.requireNonNull(byValidation.best());
    String name = capital(best.candidate().inWords());
    lines.add(
        first.trial() == best.candidate().trial()
            ? name + " is the best of them, as it was by validation."
            : "%s is the best of them; by validation it was trial %d."
                .formatted(name, first.trial()));
    if (confirmation.trials().size() > 1) {
      Confirmed second = confirmation.trials().get(1);
      lines.add(
          verdict(name, second.candidate().inWords() + ", the runner-up,", second, confirmation));
    }
    Confirmed defaults = confirmation.defaults();
    if (defaults == null) {
      return lines;
    }
    if (defaults.behind() == null) {
      lines.add(name + " has the defaults: the search has found nothing better.");
    } else if (confirmation.trials().size() < 2 || !defaults.equals(confirmation.trials().get(1))) {
      lines.add(verdict(name, "the defaults", defaults, confirmation));
    } else {
      lines.add("The runner-up has the defaults.");
    }
    return lines;
  }

  private static String verdict(
      String best, String other, Confirmed confirmed, Confirmation confirmation) {
    Confirmed.Behind behind = Objects.requireNonNull(confirmed.behind());
    String by = Rounded.text(Math.abs(behind.by()));
    if (!behind.isTied()) {
      return "%s is better than %s by %s, and hardly by chance (%s)."
          .formatted(best, other, by, p(behind.p()));
    }
    if (behind.isBetter()) {
      return "%s is worse than %s by %s, and hardly by chance (%s): use these."
          .formatted(best, other, by, p(behind.pBetter()));
    }
    if (behind.by() == 0) {
      return "%s and %s came out equal.".formatted(best, other);
    }
    boolean ahead = behind.by() > 0;
    return "Whether %s is better than %s is not certain: it is %s by %s, which chance alone may do (%s). %s"
        .formatted(
            uncapital(best),
            other,
            ahead ? "ahead" : "behind",
            by,
            p(ahead ? behind.p() : behind.pBetter()),
            cost(behind.needed(), confirmation));
  }

  private static String cost(OptionalInt needed, Confirmation confirmation) {
    return needed.isEmpty()
        ? "No number of trainings would tell so small a difference; more rows may."
        : "To tell, it would take about %d trainings of each instead of %d (%.1f s each), or more rows."
            .formatted(
                needed.getAsInt(), confirmation.design().trainings(), confirmation.seconds());
  }

  private static String p(double p) {
    return p < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", p);
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String uncapital(String words) {
    return Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }
}
