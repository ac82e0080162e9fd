package sweep4j.trial;

import java.io.Serializable;

/** Where examples lie and how they are written. A location is an absolute path or a URI. */
public sealed interface DataSource extends Serializable {

  /** A table of comma-separated values with a header; {@code label} names the label's column. */
  record Csv(String path, String label) implements DataSource {}

  /** Images and labels in MNIST's IDX format, each plain or compressed with gzip. */
  record Idx(String images, String labels) implements DataSource {}
}
