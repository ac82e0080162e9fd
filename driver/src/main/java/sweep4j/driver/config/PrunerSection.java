package sweep4j.driver.config;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.search.PruningMethod;

/**
 * Reads {@code search.pruner}: the name of a pruner, or a mapping of its {@code method} and
 * settings. Without it there is none.
 */
final class PrunerSection {
  private static final Map<String, PrunerName> NAMES = Choice.of(PrunerName.values());
  private static final String RULE =
      "one of %s, or {method: ...} with its settings".formatted(String.join(", ", NAMES.keySet()));

  private PrunerSection() {}

  /**
   * The pruning method of {@code search}, or null after a problem.
   *
   * @param maxEpochs of a trial; null if a problem with it has been reported
   */
  static @Nullable PruningMethod read(Section search, @Nullable Integer maxEpochs) {
    return search.read(
        Key.SEARCH_PRUNER, new PruningMethod.None(), value -> read(search, value, maxEpochs));
  }

  private static @Nullable PruningMethod read(
      Section search, Value value, @Nullable Integer maxEpochs) {
    Section settings = settings(value);
    PrunerName name = settings == null ? null : name(value, settings);
    if (settings == null || name == null) {
      return null;
    }
    boolean fit = refuseOthers(name, settings);
    // Without the epochs, the settings are still worth a look.
    int epochs = maxEpochs == null ? Integer.MAX_VALUE : maxEpochs;
    PruningMethod method = new PrunerSettings(settings, epochs).of(name);
    if (method == null || !fit || maxEpochs == null) {
      return null;
    }
    if (maxEpochs < method.leastMaxEpochs()) {
      search.problem(
          Key.SEARCH_PRUNER,
          "search.pruner needs training.max_epochs of at least %d, %s, but got %d"
              .formatted(method.leastMaxEpochs(), name.leastMaxEpochs(), maxEpochs));
      return null;
    }
    return method;
  }

  /** The mapping, or an empty one where there is only a name. */
  private static @Nullable Section settings(Value value) {
    return value.node() instanceof Node.Scalar
        ? new Section(value.path(), value.place(), Map.of(), value.problems())
        : value.section(Key.SEARCH_PRUNER.path(), RULE);
  }

  private static @Nullable PrunerName name(Value value, Section settings) {
    if (!(value.node() instanceof Node.Scalar scalar)) {
      return settings.read(Key.PRUNER_METHOD, given -> given.choice(NAMES));
    }
    PrunerName name = NAMES.get(scalar.text());
    if (name == null) {
      value.mustBe(RULE);
    }
    return name;
  }

  private static boolean refuseOthers(PrunerName name, Section settings) {
    List<Key> others =
        Key.in(Key.SEARCH_PRUNER.path()).stream()
            .filter(key -> key != Key.PRUNER_METHOD && settings.has(key) && !name.has(key))
            .toList();
    for (Key key : others) {
      settings.problem(
          key,
          "%s belongs to method %s, but search.pruner.method is %s"
              .formatted(key.path(), owners(key), Choice.name(name)));
    }
    return others.isEmpty();
  }

  private static String owners(Key key) {
    return Arrays.stream(PrunerName.values())
        .filter(each -> each.has(key))
        .map(Choice::name)
        .collect(Collectors.joining(" or "));
  }
}
