package sweep4j.driver.config;

import org.jspecify.annotations.Nullable;

/** Reads {@code ensemble}: a mapping with its settings, or {@code none}, which is the default. */
final class EnsembleSection {
  private static final String NONE = "none";

  private EnsembleSection() {}

  /** The plan of the file {@code top}, or null after a problem. */
  static @Nullable EnsemblePlan read(Section top) {
    return top.read(Key.ENSEMBLE, EnsemblePlan.none(), EnsembleSection::plan);
  }

  private static @Nullable EnsemblePlan plan(Value value) {
    if (value.node() instanceof Node.Scalar scalar && scalar.text().equals(NONE)) {
      return EnsemblePlan.none();
    }
    Section section = value.section(Key.ENSEMBLE.path(), "{top: ...} or " + NONE);
    if (section == null) {
      return null;
    }
    Integer top =
        section.read(
            Key.ENSEMBLE_TOP, EnsemblePlan.DEFAULT_TOP, given -> given.count(2, EnsemblePlan.MOST));
    return top == null ? null : new EnsemblePlan(top);
  }
}
