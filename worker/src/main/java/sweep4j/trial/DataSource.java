package sweep4j.trial;

import java.io.Serializable;
import java.util.List;

/** Where examples lie and how they are written. A location is an absolute path or a URI. */
public sealed interface DataSource extends Serializable {

  /** Every location that examples are read from, in the order given; at least one. */
  List<String> locations();

  /** Files of rows with named columns, or folders of them, read as if they were one table. */
  sealed interface Table extends DataSource permits Csv {

    /** Name of the column that is to be predicted. */
    String label();

    /** What the other columns hold. */
    TableColumns columns();
  }

  /** Comma-separated values, a header first, plain or compressed with gzip. */
  record Csv(List<String> locations, String label, TableColumns columns) implements Table {
    public Csv {
      locations = checked(locations);
      columns.checkLabel(label);
    }

    /** One location of a table all of whose columns are numbers. */
    public Csv(String location, String label) {
      this(List.of(location), label, TableColumns.NUMBERS);
    }
  }

  /** Images and labels in MNIST's IDX format, each plain or compressed with gzip. */
  record Idx(String images, String labels) implements DataSource {
    @Override
    public List<String> locations() {
      return List.of(images, labels);
    }
  }

  private static List<String> checked(List<String> locations) {
    if (locations.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one location, but got none");
    }
    return List.copyOf(locations);
  }
}
