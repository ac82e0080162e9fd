package sweep4j.driver.space;

import sweep4j.trial.Tunable;

/**
 * How far a range may be left: on each side by its own width in its own scale, cut at what the
 * catalogue allows. So 1e-5 to 1e-1, log-uniform, becomes 1e-9 to 1e3. Lists, steps and multiples
 * of {@code q} name their values one by one, and keep to them.
 */
final class Extension {

  private Extension() {}

  /** {@code domain} extended; itself if it is no range, or if nothing legal lies beyond it. */
  static Domain of(Tunable hyperparameter, Domain domain) {
    Domain wide = wide(domain, Bounds.of(hyperparameter));
    return wide.equals(domain) ? domain : new Extended(domain, wide);
  }

  private static Domain wide(Domain domain, Bounds bounds) {
    if (domain instanceof Uniform range) {
      double width = range.max() - range.min();
      double least = Math.max(bounds.lowest(), range.min() - width);
      double most = Math.min(bounds.highest(), range.max() + width);
      return new Uniform(least, most);
    }
    if (domain instanceof LogUniform range) {
      double factor = range.max() / range.min();
      // A logarithm needs more than 0, also where 0 is legal.
      double lowest = Math.max(bounds.lowest(), Double.MIN_NORMAL);
      double least = Math.max(Math.min(lowest, range.min()), range.min() / factor);
      double most = Math.min(bounds.highest(), range.max() * factor);
      return new LogUniform(least, most);
    }
    if (domain instanceof IntUniform range && range.q() == 1) {
      double width = (double) range.max() - range.min();
      double least = Math.max(bounds.lowest(), range.min() - width);
      double most = Math.min(bounds.highest(), range.max() + width);
      return new IntUniform((int) least, (int) most);
    }
    if (domain instanceof IntLogUniform range) {
      double factor = (double) range.max() / range.min();
      double least = Math.max(bounds.lowest(), Math.ceil(range.min() / factor));
      double most = Math.min(bounds.highest(), Math.floor(range.max() * factor));
      return new IntLogUniform((int) least, (int) most);
    }
    return domain;
  }
}
