package sweep4j.worker.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Missing;
import sweep4j.trial.Seeds;
import sweep4j.trial.TableInputs;
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
  private final DataSettings settings;
  private final SourceOpener opener;

  private DataLoader(DataSettings settings, SourceOpener opener) {
    this.settings = settings;
    this.opener = opener;
  }

  /**
   * Loads everything.
   *
   * @param sweepSeed the seed that the splits are drawn from
   * @throws DataException if anything is wrong with the data
   */
  public static PreparedData load(DataSettings settings, long sweepSeed, SourceOpener opener)
      throws DataException {
    return new DataLoader(settings, opener).load(sweepSeed);
  }

  private PreparedData load(long sweepSeed) throws DataException {
    RawData main = read(settings.source(), null);
    RawData ownValidation = readOwn(settings.validation(), "validation", main);
    RawData ownTest = readOwn(settings.test(), "test", main);

    Splitter split = split(main, ownValidation == null, ownTest == null, sweepSeed);
    MissingValues missing = MissingValues.fit(main, split.training());
    if (missing != null) {
      main = missing.fill(main, place(settings.source()));
      ownValidation = filled(ownValidation, settings.validation(), missing);
      ownTest = filled(ownTest, settings.test(), missing);
    }

    var training = new Subset(main.examples(), split.training());
    LabelChecks.checkTraining(main, training);
    List<RawData> sources =
        Stream.of(main, ownValidation, ownTest).filter(Objects::nonNull).toList();
    return new PreparedData(
        settings.task(),
        main.featureNames(),
        main.classNames(),
        main.imageShape(),
        Scaling.fit(settings.scale(), training, main.featureNames(), place(settings.source())),
        training,
        subset(main, split.validation(), ownValidation),
        subset(main, split.test(), ownTest),
        settings.source() instanceof DataSource.Table table ? inputs(table, main, missing) : null,
        ContentHash.of(settings.task(), sources),
        sources.stream().flatMap(each -> each.remarks().stream()).toList());
  }

  private Splitter split(RawData main, boolean validation, boolean test, long sweepSeed)
      throws DataException {
    var parts = new ArrayList<>(List.of("training"));
    if (validation) {
      parts.add("validation");
    }
    if (test) {
      parts.add("test");
    }
    return new Splitter(
        LabelChecks.checkedStrata(main, parts),
        shareOf(settings.validation()),
        shareOf(settings.test()),
        settings.task() == Task.CLASSIFICATION ? 1 : 0,
        Seeds.random(sweepSeed, Seeds.Stream.SPLIT));
  }

  private static @Nullable RawData filled(
      @Nullable RawData own, HeldOut heldOut, MissingValues missing) {
    return own != null && heldOut instanceof HeldOut.Own files
        ? missing.fill(own, place(files.source()))
        : own;
  }

  private static Subset subset(RawData main, int[] rows, @Nullable RawData own) {
    return own == null ? new Subset(main.examples(), rows) : Subset.all(own.examples());
  }

  private RawData read(DataSource source, @Nullable RawData like) throws DataException {
    if (source instanceof DataSource.Table table) {
      return TableReader.read(table, settings.task(), opener, like);
    }
    if (source instanceof DataSource.Libsvm libsvm) {
      return LibsvmReader.read(libsvm, settings.task(), opener, like);
    }
    if (source instanceof DataSource.Images images) {
      return ImageFolderReader.read(images, opener, like);
    }
    return IdxReader.read((DataSource.Idx) source, settings.task(), opener, like);
  }

  private @Nullable RawData readOwn(HeldOut heldOut, String split, RawData main)
      throws DataException {
    if (!(heldOut instanceof HeldOut.Own own)) {
      return null;
    }
    if (own.source().getClass() != settings.source().getClass()) {
      throw new DataException(
          "%s: the %s data must be of the same format as the training data in %s."
              .formatted(place(own.source()), split, place(settings.source())));
    }
    return read(own.source(), main);
  }

  private static TableInputs inputs(
      DataSource.Table table, RawData main, @Nullable MissingValues missing) {
    var columns = new ArrayList<TableInputs.Column>();
    for (int i = 0; i < main.columns().size(); i++) {
      TableColumn column = main.columns().get(i);
      Float fill =
          missing != null && table.columns().missing() == Missing.MEAN ? missing.fill(i) : null;
      columns.add(new TableInputs.Column(column.name(), column.levels(), fill));
    }
    return new TableInputs(table.label(), main.classNames(), columns, table.columns().missing());
  }

  private static double shareOf(HeldOut heldOut) {
    return heldOut instanceof HeldOut.Share share ? share.share() : 0;
  }

  private static String place(DataSource source) {
    return source.locations().get(0);
  }
}
