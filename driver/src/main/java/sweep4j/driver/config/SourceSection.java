package sweep4j.driver.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.DataSource;
import sweep4j.trial.ImageSize;
import sweep4j.trial.TableColumns;
import sweep4j.trial.Task;

/** Reads where examples lie, and what their format needs to know besides. */
final class SourceSection {
  private SourceSection() {}

  /**
   * The source of {@code data}, or null after a problem.
   *
   * @param task null if a problem with it has been reported
   */
  static @Nullable DataSource main(
      Section data, DataFormat format, @Nullable Task task, Locations locations) {
    return switch (format) {
      case CSV, PARQUET -> {
        List<String> paths = data.read(Key.DATA_PATH, locations::resolveAll);
        String label = data.read(Key.DATA_LABEL, value -> value.text("the name of a column"));
        TableColumns columns = ColumnsSection.read(data, label);
        yield paths == null || label == null || columns == null
            ? null
            : table(format, paths, label, columns);
      }
      case LIBSVM -> {
        List<String> paths = data.read(Key.DATA_PATH, locations::resolveAll);
        // 0 stands for as many as there turn out to be.
        Integer columns = data.read(Key.DATA_COLUMNS, 0, value -> value.count(1, 1 << 24));
        yield paths == null || columns == null ? null : new DataSource.Libsvm(paths, columns);
      }
      case IMAGES -> images(data, task, locations);
      case IDX -> idx(data, Key.DATA_IMAGES, Key.DATA_LABELS, locations);
    };
  }

  /**
   * The source of a split with files of its own, or null after a problem.
   *
   * @param main whose label, columns and size hold for it too; null if a problem was reported
   */
  static @Nullable DataSource heldOut(
      Section own, DataFormat format, @Nullable DataSource main, Locations locations) {
    if (format == DataFormat.IDX) {
      return idx(own, Key.HELD_OUT_IMAGES, Key.HELD_OUT_LABELS, locations);
    }
    if (format == DataFormat.IMAGES) {
      String folder = own.read(Key.HELD_OUT_PATH, locations::resolve);
      return folder != null && main instanceof DataSource.Images images
          ? new DataSource.Images(folder, images.size())
          : null;
    }
    List<String> paths = own.read(Key.HELD_OUT_PATH, locations::resolveAll);
    if (paths == null || main == null) {
      return null;
    }
    return main instanceof DataSource.Table table
        ? table(format, paths, table.label(), table.columns())
        : new DataSource.Libsvm(paths, ((DataSource.Libsvm) main).columns());
  }

  private static DataSource table(
      DataFormat format, List<String> paths, String label, TableColumns columns) {
    return format == DataFormat.CSV
        ? new DataSource.Csv(paths, label, columns)
        : new DataSource.Parquet(paths, label, columns);
  }

  private static @Nullable DataSource images(
      Section data, @Nullable Task task, Locations locations) {
    String folder = data.read(Key.DATA_PATH, locations::resolve);
    boolean sized = data.has(Key.DATA_IMAGE_SIZE);
    ImageSize size = sized ? data.read(Key.DATA_IMAGE_SIZE, SourceSection::imageSize) : null;
    if (task == Task.REGRESSION) {
      data.problem(
          Key.DATA_TASK,
          "data.task must be classification with format images, whose folders are classes");
      return null;
    }
    return folder == null || (sized && size == null) ? null : new DataSource.Images(folder, size);
  }

  private static @Nullable ImageSize imageSize(Value value) {
    String rule = "[height, width] in pixels, such as [28, 28]";
    List<Value> items = value.items(rule);
    if (items == null || items.size() != 2) {
      if (items != null) {
        value.mustBe(rule);
      }
      return null;
    }
    Integer height = items.get(0).count(1, ImageSize.MOST);
    Integer width = items.get(1).count(1, ImageSize.MOST);
    return height == null || width == null ? null : new ImageSize(height, width);
  }

  private static @Nullable DataSource idx(
      Section section, Key imagesKey, Key labelsKey, Locations locations) {
    String images = section.read(imagesKey, locations::resolve);
    String labels = section.read(labelsKey, locations::resolve);
    return images == null || labels == null ? null : new DataSource.Idx(images, labels);
  }
}
