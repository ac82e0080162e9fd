package sweep4j.driver.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Results under other numbers. What was made last is kept, because the results of a trial begin
 * with those of the trial before: to make all of them for each trial would cost a sweep the square
 * of its length, and a sampler could not tell at a glance that it has seen them.
 */
final class Renumbered {

  private final int shift;
  private volatile Made latest = new Made(List.of(), List.of());

  /** The same results twice, with the numbers that they came with and with the others. */
  private record Made(List<Observation> given, List<Observation> made) {}

  /** Adds {@code shift} to each number. */
  Renumbered(int shift) {
    this.shift = shift;
  }

  List<Observation> of(List<Observation> results) {
    Made before = latest;
    int known = known(before.given(), results);
    if (known == results.size() && known == before.made().size()) {
      return before.made();
    }
    var made = new ArrayList<Observation>(results.size());
    made.addAll(before.made().subList(0, known));
    for (Observation each : results.subList(known, results.size())) {
      made.add(new Observation(each.trial() + shift, each.point(), each.cost()));
    }
    var fresh = new Made(List.copyOf(results), List.copyOf(made));
    latest = fresh;
    return fresh.made();
  }

  /** How many of the first results are the very same. */
  @SuppressWarnings("ReferenceEquality") // an equal one is made anew, and nothing is lost
  private static int known(List<Observation> before, List<Observation> results) {
    int both = Math.min(before.size(), results.size());
    int known = 0;
    while (known < both && before.get(known) == results.get(known)) {
      known++;
    }
    return known;
  }
}
