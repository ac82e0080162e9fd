package sweep4j.driver.config;

import org.jspecify.annotations.Nullable;

/** Reads {@code confirm}: a mapping with its settings, or {@code none}, which is the default. */
final class ConfirmSection {
  private static final String NONE = "none";

  /** A plan, or that there is none. */
  record Read(@Nullable ConfirmPlan plan) {}

  private ConfirmSection() {}

  /** What the file {@code top} says; null after a problem. */
  static @Nullable Read read(Section top) {
    return top.read(Key.CONFIRM, new Read(null), ConfirmSection::plan);
  }

  private static @Nullable Read plan(Value value) {
    if (value.node() instanceof Node.Scalar scalar && scalar.text().equals(NONE)) {
      return new Read(null);
    }
    Section section = value.section(Key.CONFIRM.path(), "{top: ..., repeats: ...} or " + NONE);
    if (section == null) {
      return null;
    }
    boolean withFolds = section.has(Key.CONFIRM_FOLDS);
    Integer top =
        section.read(
            Key.CONFIRM_TOP, ConfirmPlan.DEFAULT_TOP, given -> given.count(1, ConfirmPlan.MOST));
    Integer repeats =
        section.read(
            Key.CONFIRM_REPEATS,
            withFolds ? 1 : ConfirmPlan.DEFAULT_REPEATS,
            given -> given.count(ConfirmPlan.leastRepeats(withFolds), ConfirmPlan.MOST));
    Integer folds =
        withFolds
            ? section.read(Key.CONFIRM_FOLDS, given -> given.count(2, ConfirmPlan.MOST))
            : null;
    return top == null || repeats == null || (withFolds && folds == null)
        ? null
        : new Read(new ConfirmPlan(top, repeats, folds));
  }
}
