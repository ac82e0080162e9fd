package sweep4j.driver.config;

import sweep4j.trial.Scale;

/** How data files are written. */
enum DataFormat {
  /** Columns have units of their own, so each is brought to the same spread. */
  CSV(Scale.STANDARDIZE, "{path: ...}"),
  /** Pixels share a unit and a range. */
  IDX(Scale.MIN_MAX, "{images: ..., labels: ...}");

  private final Scale defaultScale;
  private final String ownFiles;

  DataFormat(Scale defaultScale, String ownFiles) {
    this.defaultScale = defaultScale;
    this.ownFiles = ownFiles;
  }

  Scale defaultScale() {
    return defaultScale;
  }

  /** How a split with files of its own is written. */
  String ownFiles() {
    return ownFiles;
  }
}
