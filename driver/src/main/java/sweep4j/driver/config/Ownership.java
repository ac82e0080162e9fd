package sweep4j.driver.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Keys that stand only beside some values of another key of their section, and keys that must stand
 * beside some of them.
 *
 * @param chooser the other key
 * @param usual its value where it is left out; empty where there is none
 * @param owners by key, beside which values it may stand
 * @param needed by key, beside which values it must stand
 */
record Ownership(
    Key chooser, String usual, Map<Key, List<String>> owners, Map<Key, List<String>> needed) {

  static final Ownership DATA_FORMAT =
      new Ownership(
          Key.DATA_FORMAT,
          "",
          owners(DataFormat.values(), each -> ofData(each.keys())),
          Map.of(
              Key.DATA_PATH, List.of("csv", "parquet", "libsvm", "images"),
              Key.DATA_LABEL, List.of("csv", "parquet"),
              Key.DATA_IMAGES, List.of("idx"),
              Key.DATA_LABELS, List.of("idx")));

  static final Ownership MODEL_TYPE =
      new Ownership(
          Key.MODEL_TYPE,
          Choice.name(ModelSection.Type.MLP),
          owners(ModelSection.Type.values(), ModelSection.Type::settings),
          Map.of(Key.MODEL_CONFIGURATION, List.of("dl4j"), Key.MODEL_FACTORY, List.of("class")));

  static final Ownership SEARCH_METHOD =
      new Ownership(
          Key.SEARCH_METHOD,
          "",
          owners(MethodName.values(), MethodName::settings),
          Map.of(
              Key.SEARCH_MAX_TRIALS,
              Arrays.stream(MethodName.values())
                  .filter(each -> each != MethodName.GRID)
                  .map(Choice::name)
                  .toList()));

  static final List<Ownership> ALL =
      List.of(
          DATA_FORMAT,
          MODEL_TYPE,
          SEARCH_METHOD,
          new Ownership(
              Key.PRUNER_METHOD, "", owners(PrunerName.values(), PrunerName::settings), Map.of()),
          parallel(Key.TRAINING_MODE, Key.TRAINING_WORKERS, Key.TRAINING_AVERAGING_FREQUENCY),
          parallel(
              Key.REFIT_MODE, Key.REFIT_WORKERS, Key.REFIT_AVERAGING_FREQUENCY, Key.REFIT_COMPARE),
          new Ownership(
              Key.PARAMETER_DISTRIBUTION,
              "",
              owners(Distribution.values(), Distribution::settings),
              Map.of(Key.PARAMETER_Q, List.of(Choice.name(Distribution.Q_UNIFORM)))),
          new Ownership(
              Key.DECLARED_KIND,
              "",
              Map.of(),
              Map.of(
                  Key.DECLARED_MIN, List.of("whole", "real"),
                  Key.DECLARED_MAX, List.of("whole", "real"),
                  Key.DECLARED_NAMES, List.of("one_of"))));

  private static Ownership parallel(Key mode, Key... settings) {
    var owners = new LinkedHashMap<Key, List<String>>();
    for (Key each : settings) {
      owners.put(each, List.of(Choice.name(ParallelSection.Mode.DATA_PARALLEL)));
    }
    return new Ownership(mode, Choice.name(ParallelSection.Mode.SINGLE), owners, Map.of());
  }

  /** What stands in {@code data} itself. */
  private static List<Key> ofData(List<Key> keys) {
    List<Key> here = Key.in(Key.DATA.path());
    return keys.stream().filter(here::contains).toList();
  }

  private static <E extends Enum<E>> Map<Key, List<String>> owners(
      E[] values, Function<E, Collection<Key>> keys) {
    var owners = new LinkedHashMap<Key, List<String>>();
    for (Key key : Key.values()) {
      List<String> names =
          Arrays.stream(values)
              .filter(each -> keys.apply(each).contains(key))
              .map(Choice::name)
              .toList();
      if (!names.isEmpty()) {
        owners.put(key, names);
      }
    }
    return owners;
  }
}
