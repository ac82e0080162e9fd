package sweep4j.trial;

import java.io.Serializable;

/** Where the examples of a validation or test split come from. */
public sealed interface HeldOut extends Serializable {

  /** A share of the rows of the main source, drawn by seed; above 0 and below 1. */
  record Share(double share) implements HeldOut {
    public Share {
      if (!(share > 0.0 && share < 1.0)) {
        throw new IllegalArgumentException("a share must be above 0 and below 1, but got " + share);
      }
    }
  }

  /** Files of its own. */
  record Own(DataSource source) implements HeldOut {}
}
