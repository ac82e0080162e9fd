package sweep4j.trial;

import java.io.Serializable;

/** A finished trial: what was asked and what came back, both of the same number. */
public record TrialRecord(TrialRequest request, TrialResult result) implements Serializable {
  public TrialRecord {
    if (request.trial() != result.trial()) {
      throw new IllegalArgumentException(
          "a record is of one trial, but got a request of trial "
              + request.trial()
              + " and a result of trial "
              + result.trial());
    }
  }

  public int trial() {
    return request.trial();
  }
}
