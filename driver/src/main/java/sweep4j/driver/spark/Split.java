package sweep4j.driver.spark;

import sweep4j.worker.data.PreparedData;
import sweep4j.worker.data.Subset;

/** Rows that no network has learned from. */
public enum Split {
  /** What trials are compared on, and what ensembles are chosen by. */
  VALIDATION,
  /** For what has been chosen, once. */
  TEST;

  /** Its name. */
  String inWords() {
    return this == VALIDATION ? "validation" : "test";
  }

  public Subset of(PreparedData data) {
    return this == VALIDATION ? data.validation() : data.test();
  }
}
