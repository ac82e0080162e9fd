package sweep4j.driver.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.RefitPlan;
import sweep4j.trial.RefitRows;

/** Reads {@code refit}: a mapping with its settings, or {@code none}, which is the default. */
final class RefitSection {
  private static final String NONE = "none";
  private static final Map<String, RefitRows> ROWS = Choice.of(RefitRows.values(), RefitRows::key);

  /** A plan, or that there is none. */
  record Read(@Nullable RefitPlan plan) {}

  private RefitSection() {}

  /** What the file {@code top} says; null after a problem. */
  static @Nullable Read read(Section top) {
    return top.read(Key.REFIT, new Read(null), RefitSection::plan);
  }

  private static @Nullable Read plan(Value value) {
    if (value.node() instanceof Node.Scalar scalar && scalar.text().equals(NONE)) {
      return new Read(null);
    }
    Section section = value.section(Key.REFIT.path(), "{on: ..., mode: ...} or " + NONE);
    if (section == null) {
      return null;
    }
    RefitRows rows =
        section.read(Key.REFIT_ON, RefitRows.TRAIN_AND_VALIDATION, given -> given.choice(ROWS));
    Boolean compare = section.read(Key.REFIT_COMPARE, false, Value::flag);
    return new ParallelSection(
            section, Key.REFIT_MODE, Key.REFIT_WORKERS, Key.REFIT_AVERAGING_FREQUENCY)
        .read(
            compare != null && !compare ? List.of() : List.of(Key.REFIT_COMPARE),
            how ->
                rows == null || compare == null
                    ? null
                    : new Read(new RefitPlan(rows, how, compare)));
  }
}
