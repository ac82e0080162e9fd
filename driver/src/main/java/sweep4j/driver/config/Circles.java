package sweep4j.driver.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import sweep4j.driver.space.Condition;
import sweep4j.trial.Tunable;

/** Finds conditions that go in a circle, so that no parameter of it could be decided first. */
final class Circles {
  private final Map<Tunable, List<Condition>> conditions;

  /** Circles in the conditions of parameters. */
  Circles(Map<Tunable, List<Condition>> conditions) {
    this.conditions = conditions;
  }

  /** Reports each circle once, at the first of its parameters; true if there is none. */
  boolean none(Map<Tunable, Section> sections) {
    Set<Tunable> reported = new HashSet<>();
    sections.forEach(
        (start, section) -> {
          List<Tunable> circle = way(start, start, new HashSet<>());
          if (!circle.isEmpty() && reported.add(start)) {
            reported.addAll(circle);
            section.problem(
                Key.PARAMETER_WHEN,
                "%s must not lead back to %s, but it does: %s"
                    .formatted(
                        section.pathOf(Key.PARAMETER_WHEN),
                        start.key(),
                        circle.stream()
                            .map(Tunable::key)
                            .collect(Collectors.joining(" -> ", start.key() + " -> ", ""))));
          }
        });
    return reported.isEmpty();
  }

  /** The parameters from {@code from}, itself left out, to {@code to}; empty if no way leads. */
  private List<Tunable> way(Tunable from, Tunable to, Set<Tunable> seen) {
    for (Condition condition : conditions.getOrDefault(from, List.of())) {
      Tunable next = condition.on();
      if (next.equals(to)) {
        return List.of(to);
      }
      List<Tunable> rest = seen.add(next) ? way(next, to, seen) : List.of();
      if (!rest.isEmpty()) {
        var way = new ArrayList<>(List.of(next));
        way.addAll(rest);
        return way;
      }
    }
    return List.of();
  }
}
