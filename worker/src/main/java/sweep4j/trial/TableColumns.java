package sweep4j.trial;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

/**
 * What the columns of a table hold besides the label. A column that is not listed holds numbers.
 *
 * @param categorical names of columns of categories; each category becomes an input of 0 or 1
 * @param ignored names of columns that are left out
 * @param missing what becomes of a row that lacks a value
 */
public record TableColumns(List<String> categorical, List<String> ignored, Missing missing)
    implements Serializable {

  /** Numbers in all columns and rows. */
  public static final TableColumns NUMBERS = new TableColumns(List.of(), List.of(), Missing.ERROR);

  public TableColumns {
    categorical = List.copyOf(categorical);
    ignored = List.copyOf(ignored);
    var seen = new HashSet<>(categorical);
    seen.addAll(ignored);
    if (seen.size() < categorical.size() + ignored.size()) {
      throw new IllegalArgumentException(
          "a column must be named once, as categorical or ignored, but got %s and %s"
              .formatted(categorical, ignored));
    }
  }

  /**
   * Checks that the label's column is not listed.
   *
   * @throws IllegalArgumentException if it is
   */
  void checkLabel(String label) {
    if (categorical.contains(label) || ignored.contains(label)) {
      throw new IllegalArgumentException(
          "the label must be neither categorical nor ignored, but " + label + " is");
    }
  }
}
