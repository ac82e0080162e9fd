package sweep4j.worker.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Whether the labels of a source can be split, and learnt from. */
final class LabelChecks {
  private LabelChecks() {}

  /** The strata to split by, after checking that there are rows enough for {@code parts}. */
  static Strata checkedStrata(RawData data, List<String> parts) throws DataException {
    Labels labels = data.examples().labels();
    if (labels instanceof Labels.Targets targets) {
      checkTargets(data, targets, parts);
      return Strata.of(targets);
    }
    Strata strata = Strata.of((Labels.Classes) labels, data.classNames().size());
    checkClasses(data, strata.sizes(), parts);
    return strata;
  }

  private static void checkClasses(RawData data, int[] sizes, List<String> parts)
      throws DataException {
    var seen = new ArrayList<String>();
    for (int id = 0; id < sizes.length; id++) {
      if (sizes[id] > 0) {
        seen.add(data.classNames().get(id));
      }
    }
    if (seen.size() == 1) {
      throw new DataException(
          "%s: every label is %s. Classification needs at least two classes; check that this is the label."
              .formatted(data.labelPlace(), Quote.text(seen.get(0))));
    }
    for (int id = 0; id < sizes.length; id++) {
      if (sizes[id] > 0 && sizes[id] < parts.size()) {
        throw new DataException(
            "%s: class %s has %s, but %s need at least one each. Add examples of it, remove it, or give validation and test files of their own.%s"
                .formatted(
                    data.labelPlace(),
                    Quote.text(data.classNames().get(id)),
                    Quote.count(sizes[id], "row"),
                    joined(parts),
                    // Measurements taken for classes: nearly every row is a class.
                    seen.size() > data.examples().rows() / 2
                        ? " If the label is a number to predict, set task: regression."
                        : ""));
      }
    }
  }

  private static void checkTargets(RawData data, Labels.Targets targets, List<String> parts)
      throws DataException {
    if (targets.rows() < parts.size()) {
      throw new DataException(
          "%s: it has %s, but %s need at least one each. Add examples."
              .formatted(data.labelPlace(), Quote.count(targets.rows(), "row"), joined(parts)));
    }
    if (isConstant(Subset.all(data.examples()), targets)) {
      throw new DataException(
          "%s: every label is %s, so there is nothing to predict. Check that this is the label."
              .formatted(data.labelPlace(), targets.of(0)));
    }
  }

  /** A few odd labels among equal ones may all have been drawn into the other splits. */
  static void checkTraining(RawData data, Subset training) throws DataException {
    if (training.examples().labels() instanceof Labels.Targets targets
        && isConstant(training, targets)) {
      throw new DataException(
          "%s: every label of the training split is %s, so there is nothing to learn. Add examples with other labels, or set another seed."
              .formatted(data.labelPlace(), targets.of(training.row(0))));
    }
  }

  private static boolean isConstant(Subset subset, Labels.Targets targets) {
    return IntStream.range(0, subset.size())
        .allMatch(i -> targets.of(subset.row(i)) == targets.of(subset.row(0)));
  }

  private static String joined(List<String> parts) {
    int last = parts.size() - 1;
    return last == 0
        ? parts.get(0)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }
}
