package sweep4j.worker.data;

import java.util.List;

/**
 * One source as it was read and found well-formed, before splitting and scaling.
 *
 * @param labelPlace where the labels lie, as an error message begins
 * @param featureNames one per column of the features
 * @param classNames one per class; empty for regression
 */
record RawData(
    String labelPlace, List<String> featureNames, List<String> classNames, Examples examples) {
  RawData {
    featureNames = List.copyOf(featureNames);
    classNames = List.copyOf(classNames);
  }
}
