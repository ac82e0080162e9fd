package sweep4j.driver.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.DataParallel;

/** Reads {@code mode}, {@code workers} and {@code averaging_frequency} of a section. */
final class ParallelSection {

  /** In how many places a network is trained. */
  enum Mode {
    SINGLE,
    DATA_PARALLEL
  }

  /** Settings, or null for one place. */
  record Read(@Nullable DataParallel how) {}

  private static final Map<String, Mode> MODES = Choice.of(Mode.values());

  private final Section section;
  private final Key mode;
  private final Key workers;
  private final Key averagingFrequency;

  ParallelSection(Section section, Key mode, Key workers, Key averagingFrequency) {
    this.section = section;
    this.mode = mode;
    this.workers = workers;
    this.averagingFrequency = averagingFrequency;
  }

  /**
   * What {@code then} makes of the settings; null after a problem. It is given null where the
   * network is trained in one place.
   *
   * @param others further keys that only the mode {@code data_parallel} has
   */
  <T> @Nullable T read(List<Key> others, Function<@Nullable DataParallel, @Nullable T> then) {
    Mode chosen = section.read(mode, Mode.SINGLE, value -> value.choice(MODES));
    if (chosen == null) {
      return null;
    }
    if (chosen == Mode.SINGLE) {
      var parallelOnly = new ArrayList<>(List.of(workers, averagingFrequency));
      parallelOnly.addAll(others);
      return refuse(parallelOnly) ? then.apply(null) : null;
    }
    DataParallel usual = DataParallel.usual();
    Integer count =
        section.read(workers, usual.workers(), value -> value.count(1, DataParallel.MOST_WORKERS));
    Integer frequency =
        section.read(
            averagingFrequency,
            usual.averagingFrequency(),
            value -> value.count(1, DataParallel.MOST_MINI_BATCHES));
    return count == null || frequency == null
        ? null
        : then.apply(new DataParallel(count, frequency));
  }

  private boolean refuse(List<Key> keys) {
    boolean fine = true;
    for (Key key : keys) {
      fine &= refuse(key);
    }
    return fine;
  }

  private boolean refuse(Key key) {
    if (!section.has(key)) {
      return true;
    }
    section.problem(
        key,
        "%s belongs to mode data_parallel, but %s is single".formatted(key.path(), mode.path()));
    return false;
  }

  static String text(@Nullable DataParallel how) {
    return Choice.name(how == null ? Mode.SINGLE : Mode.DATA_PARALLEL);
  }
}
