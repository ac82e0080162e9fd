package sweep4j.driver.config;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.Delivery;
import sweep4j.trial.HeldOut;
import sweep4j.trial.TableColumns;

/** Writes what {@link DataSection} reads. */
final class DataText {
  private final Map<Key, String> entries = new LinkedHashMap<>();

  private DataText() {}

  /** The entries of {@code data:}, in the order of the file. */
  static Map<Key, String> of(DataSettings data, Delivery delivery) {
    var text = new DataText();
    text.source(data.source());
    text.entries.put(Key.DATA_TASK, Choice.name(data.task()));
    text.entries.put(Key.DATA_VALIDATION, heldOut(data.validation()));
    text.entries.put(Key.DATA_TEST, heldOut(data.test()));
    text.entries.put(Key.DATA_SCALE, Choice.name(data.scale()));
    text.entries.put(Key.DATA_DELIVERY, Choice.name(delivery));
    return Collections.unmodifiableMap(text.entries);
  }

  private void source(DataSource source) {
    if (source instanceof DataSource.Csv csv) {
      entries.put(Key.DATA_FORMAT, Choice.name(DataFormat.CSV));
      table(csv);
    } else if (source instanceof DataSource.Parquet parquet) {
      entries.put(Key.DATA_FORMAT, Choice.name(DataFormat.PARQUET));
      table(parquet);
    } else if (source instanceof DataSource.Libsvm libsvm) {
      entries.put(Key.DATA_FORMAT, Choice.name(DataFormat.LIBSVM));
      entries.put(Key.DATA_PATH, oneOrMore(libsvm.locations()));
      if (libsvm.columns() > 0) {
        entries.put(Key.DATA_COLUMNS, String.valueOf(libsvm.columns()));
      }
    } else if (source instanceof DataSource.Images images) {
      entries.put(Key.DATA_FORMAT, Choice.name(DataFormat.IMAGES));
      entries.put(Key.DATA_PATH, YamlText.of(images.folder()));
      if (images.size() != null) {
        entries.put(
            Key.DATA_IMAGE_SIZE,
            "[%d, %d]".formatted(images.size().height(), images.size().width()));
      }
    } else if (source instanceof DataSource.Idx idx) {
      entries.put(Key.DATA_FORMAT, Choice.name(DataFormat.IDX));
      entries.put(Key.DATA_IMAGES, YamlText.of(idx.images()));
      entries.put(Key.DATA_LABELS, YamlText.of(idx.labels()));
    }
  }

  private void table(DataSource.Table table) {
    entries.put(Key.DATA_PATH, oneOrMore(table.locations()));
    entries.put(Key.DATA_LABEL, YamlText.of(table.label()));
    TableColumns columns = table.columns();
    entries.put(Key.DATA_CATEGORICAL, list(columns.categorical()));
    entries.put(Key.DATA_IGNORE, list(columns.ignored()));
    entries.put(Key.DATA_MISSING, Choice.name(columns.missing()));
  }

  private static String heldOut(HeldOut heldOut) {
    if (heldOut instanceof HeldOut.Share share) {
      return String.valueOf(share.share());
    }
    DataSource own = ((HeldOut.Own) heldOut).source();
    if (own instanceof DataSource.Idx idx) {
      return "{images: %s, labels: %s}"
          .formatted(YamlText.of(idx.images()), YamlText.of(idx.labels()));
    }
    return "{path: " + oneOrMore(own.locations()) + "}";
  }

  private static String oneOrMore(List<String> texts) {
    return texts.size() == 1 ? YamlText.of(texts.get(0)) : list(texts);
  }

  private static String list(List<String> texts) {
    return texts.stream().map(YamlText::of).collect(joining(", ", "[", "]"));
  }
}
