package sweep4j.trial;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where examples lie and how they are written. A location is an absolute path or a URI. */
public sealed interface DataSource extends Serializable {

  /** Every location that examples are read from, in the order given; at least one. */
  List<String> locations();

  /** Files of rows with named columns, or folders of them, read as if they were one table. */
  sealed interface Table extends DataSource permits Csv, Parquet {

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

  /** Apache Parquet, without nested columns. Columns of text are categorical, listed or not. */
  record Parquet(List<String> locations, String label, TableColumns columns) implements Table {
    public Parquet {
      locations = checked(locations);
      columns.checkLabel(label);
    }
  }

  /**
   * Rows of a label and the values that are not zero, {@code 1 3:0.5 17:2}, columns counted from 1
   * (C.-C. Chang, C.-J. Lin, "LIBSVM: A Library for Support Vector Machines", 2011), plain or
   * compressed with gzip.
   *
   * @param columns how many inputs there are; 0 for as many as the highest column of the training
   *     data
   */
  record Libsvm(List<String> locations, int columns) implements DataSource {
    public Libsvm {
      locations = checked(locations);
      if (columns < 0) {
        throw new IllegalArgumentException("columns must be at least 0, but got " + columns);
      }
    }
  }

  /**
   * A folder with a folder of images (PNG, JPEG) for each class, named as the class.
   *
   * @param size to bring all images to; null if they have one size already
   */
  record Images(String folder, @Nullable ImageSize size) implements DataSource {
    @Override
    public List<String> locations() {
      return List.of(folder);
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
