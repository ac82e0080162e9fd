package sweep4j.worker.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One source as it was read and found well-formed, before splitting and scaling.
 *
 * @param labelPlace where the labels lie, as an error message begins
 * @param featureNames one per column of the features
 * @param classNames one per class; empty for regression
 * @param imageShape how the features are images; null where they are none
 * @param columns of a table, in the order of the features; empty for anything else
 * @param remarks what the user should know of the reading, each a sentence without its dot
 */
record RawData(
    String labelPlace,
    List<String> featureNames,
    List<String> classNames,
    @Nullable ImageShape imageShape,
    Examples examples,
    List<TableColumn> columns,
    List<String> remarks) {
  RawData {
    featureNames = NamesByPlace.copyOf(featureNames);
    classNames = List.copyOf(classNames);
    columns = List.copyOf(columns);
    remarks = List.copyOf(remarks);
  }

  /** Something that is no table, and of which nothing needs to be said. */
  RawData(
      String labelPlace,
      List<String> featureNames,
      List<String> classNames,
      @Nullable ImageShape imageShape,
      Examples examples) {
    this(labelPlace, featureNames, classNames, imageShape, examples, List.of(), List.of());
  }

  List<String> columnNames() {
    return columns.stream().map(TableColumn::name).toList();
  }

  RawData with(Examples changed, List<String> allRemarks) {
    return new RawData(
        labelPlace, featureNames, classNames, imageShape, changed, columns, allRemarks);
  }
}
