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
 */
record RawData(
    String labelPlace,
    List<String> featureNames,
    List<String> classNames,
    @Nullable ImageShape imageShape,
    Examples examples) {
  RawData {
    featureNames = List.copyOf(featureNames);
    classNames = List.copyOf(classNames);
  }
}
