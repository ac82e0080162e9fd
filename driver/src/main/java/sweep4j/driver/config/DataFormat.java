package sweep4j.driver.config;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import sweep4j.trial.Scale;

/** How data files are written, and which keys of {@code data} describe them. */
enum DataFormat {
  /** Columns have units of their own, so each is brought to the same spread. */
  CSV(
      Scale.STANDARDIZE,
      "{path: ...}",
      Key.DATA_PATH,
      Key.DATA_LABEL,
      Key.DATA_CATEGORICAL,
      Key.DATA_IGNORE,
      Key.DATA_MISSING,
      Key.HELD_OUT_PATH),
  /** Likewise. */
  PARQUET(
      Scale.STANDARDIZE,
      "{path: ...}",
      Key.DATA_PATH,
      Key.DATA_LABEL,
      Key.DATA_CATEGORICAL,
      Key.DATA_IGNORE,
      Key.DATA_MISSING,
      Key.HELD_OUT_PATH),
  /** To standardize would turn its many zeros into other values. */
  LIBSVM(Scale.NONE, "{path: ...}", Key.DATA_PATH, Key.DATA_COLUMNS, Key.HELD_OUT_PATH),
  /** Pixels share a unit and a range. */
  IMAGES(Scale.MIN_MAX, "{path: ...}", Key.DATA_PATH, Key.DATA_IMAGE_SIZE, Key.HELD_OUT_PATH),
  /** Likewise. */
  IDX(
      Scale.MIN_MAX,
      "{images: ..., labels: ...}",
      Key.DATA_IMAGES,
      Key.DATA_LABELS,
      Key.HELD_OUT_IMAGES,
      Key.HELD_OUT_LABELS);

  private final Scale defaultScale;
  private final String ownFiles;
  private final List<Key> keys;

  DataFormat(Scale defaultScale, String ownFiles, Key... keys) {
    this.defaultScale = defaultScale;
    this.ownFiles = ownFiles;
    this.keys = List.of(keys);
  }

  Scale defaultScale() {
    return defaultScale;
  }

  List<Key> keys() {
    return keys;
  }

  /** How a split with files of its own is written. */
  String ownFiles() {
    return ownFiles;
  }

  /** Reports each key of {@code section} that only other formats have. */
  void refuseForeign(Section section, List<Key> present) {
    for (Key key : present) {
      List<DataFormat> owners =
          Arrays.stream(values()).filter(each -> each.keys.contains(key)).toList();
      if (section.has(key) && !owners.isEmpty() && !owners.contains(this)) {
        section.problem(
            key,
            "%s belongs to format%s %s, but data.format is %s"
                .formatted(
                    section.pathOf(key),
                    owners.size() == 1 ? "" : "s",
                    owners.stream().map(Choice::name).collect(joining(", ")),
                    Choice.name(this)));
      }
    }
  }
}
