package sweep4j.worker.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Seeds;
import sweep4j.trial.Task;

/**
 * Reads, checks, splits and scales the data of a sweep. The same files, settings and seed give the
 * same rows in the same splits, on any machine.
 *
 * <p>Splits are stratified. For classification, each class gives its share to validation and test
 * and has at least one row in each split. For regression, rows in the order of their targets are
 * cut into ten bins of equal size (fewer for less than a hundred rows), and each bin gives its
 * share. Where validation or test has files of its own, all of their rows are that split.
 */
public final class DataLoader {
  private DataLoader() {}

  /**
   * Loads everything.
   *
   * @param sweepSeed the seed that the splits are drawn from
   * @throws DataException if anything is wrong with the data
   */
  public static PreparedData load(DataSettings settings, long sweepSeed, SourceOpener opener)
      throws DataException {
    Task task = settings.task();
    RawData main = read(settings.source(), task, opener, null);
    RawData ownValidation = readOwn(settings.validation(), "validation", settings, main, opener);
    RawData ownTest = readOwn(settings.test(), "test", settings, main, opener);

    var parts = new ArrayList<>(List.of("training"));
    if (ownValidation == null) {
      parts.add("validation");
    }
    if (ownTest == null) {
      parts.add("test");
    }
    Strata strata = checkedStrata(main, parts);
    var split =
        new Splitter(
            strata,
            shareOf(settings.validation()),
            shareOf(settings.test()),
            task == Task.CLASSIFICATION ? 1 : 0,
            Seeds.random(sweepSeed, Seeds.Stream.SPLIT));

    var training = new Subset(main.examples(), split.training());
    checkTraining(main, training);
    var sources = new ArrayList<>(List.of(main));
    return new PreparedData(
        task,
        main.featureNames(),
        main.classNames(),
        main.imageShape(),
        Scaling.fit(settings.scale(), training, main.featureNames(), place(settings.source())),
        training,
        subset(main, split.validation(), ownValidation, sources),
        subset(main, split.test(), ownTest, sources),
        ContentHash.of(task, sources));
  }

  private static Subset subset(
      RawData main, int[] rows, @Nullable RawData own, List<RawData> sources) {
    if (own == null) {
      return new Subset(main.examples(), rows);
    }
    sources.add(own);
    return Subset.all(own.examples());
  }

  private static RawData read(
      DataSource source, Task task, SourceOpener opener, @Nullable RawData like)
      throws DataException {
    if (source instanceof DataSource.Csv csv) {
      return CsvReader.read(csv, task, opener, like);
    }
    return IdxReader.read((DataSource.Idx) source, task, opener, like);
  }

  private static @Nullable RawData readOwn(
      HeldOut heldOut, String split, DataSettings settings, RawData main, SourceOpener opener)
      throws DataException {
    if (!(heldOut instanceof HeldOut.Own own)) {
      return null;
    }
    if (own.source().getClass() != settings.source().getClass()) {
      throw new DataException(
          "%s: the %s data must be of the same format as the training data in %s."
              .formatted(place(own.source()), split, place(settings.source())));
    }
    return read(own.source(), settings.task(), opener, main);
  }

  private static double shareOf(HeldOut heldOut) {
    return heldOut instanceof HeldOut.Share share ? share.share() : 0;
  }

  private static String place(DataSource source) {
    return source instanceof DataSource.Csv csv ? csv.path() : ((DataSource.Idx) source).images();
  }

  /** The strata to split by, after checking that there are rows enough for {@code parts}. */
  private static Strata checkedStrata(RawData data, List<String> parts) throws DataException {
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
  private static void checkTraining(RawData data, Subset training) throws DataException {
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
