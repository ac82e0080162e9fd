package sweep4j.driver.config;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import sweep4j.driver.config.Form.Either;
import sweep4j.driver.config.Form.Listing;
import sweep4j.driver.config.Form.Single;
import sweep4j.driver.config.Form.Whole;
import sweep4j.trial.Group;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Legal.OneOf;
import sweep4j.trial.Legal.RealRange;
import sweep4j.trial.ModelKind;
import sweep4j.trial.UsedWith;

/**
 * What the schema and the reference say of a key against what the reader does with it: prevents an
 * editor and a page that promise what a run refuses, and a key that nobody can find.
 */
class GrammarTest {

  /** Of every kind of YAML, what a key might be given. */
  private static final List<String> PROBES =
      List.of(
          "x", "0", "1", "-1", "1.5", "true", "none", "[]", "[1]", "[0.1, 0.2]", "{a: 1}", "8h");

  /** Words of messages about a value that is wrong beside others, which no schema can say. */
  private static final List<String> BESIDE_OTHERS =
      List.of(
          " for classification",
          " must be below max",
          " must be as many as the values",
          " must be at most max - min",
          " must be large enough",
          "multiple",
          "model.declares.depth.default must be ");

  private final Lookups lookups = new Lookups(location -> "{}", null);

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource(Key.class)
  void saysSomethingOfEachKey(Key key) {
    assertThat(Grammar.of(key).form().words()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(Key.class)
  void examplesAreSound(Key key) throws IOException {
    List<String> set = Home.of(key).set(Grammar.of(key).example());

    assertThat(reader(set)).filteredOn(each -> !each.contains("cannot be read")).isEmpty();
    assertThat(Editor.says(Home.FILE, set)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Hyperparameter.class)
  void examplesOfSearchesAreSound(Hyperparameter each) throws IOException {
    boolean images = each.group() == Group.AUGMENTATION;
    String model = each.models().contains(ModelKind.MLP) ? "mlp" : "cnn";
    UsedWith usedWith = each.usedWith();
    List<String> set =
        new ArrayList<>(
            List.of(
                "model.type=" + (each == Hyperparameter.RESIDUAL_BLOCKS ? "resnet" : model),
                "parameters={%s: %s}".formatted(each.key(), KeyReference.search(each))));
    if (images || !model.equals("mlp")) {
      set.add("data={format: idx, images: images.idx, labels: labels.idx}");
    }
    if (usedWith != null) {
      set.add("training.%s=%s".formatted(usedWith.other().key(), usedWith.values().get(0)));
    }

    assertThat(reader(set)).isEmpty();
    assertThat(Editor.says(Home.FILE, set)).isEmpty();
  }

  static Stream<Key> withDefaults() {
    return Arrays.stream(Key.values()).filter(key -> Grammar.of(key).usual() instanceof Usual.Same);
  }

  @ParameterizedTest
  @MethodSource("withDefaults")
  void defaultsAreThoseOfTheReader(Key key) throws Exception {
    Home home = Home.of(key);
    String yaml = ((Usual.Same) Grammar.of(key).usual()).yaml();
    Path path = Files.writeString(folder.resolve("sweep.yaml"), Home.FILE);

    assertThat(SweepFileReader.read(path, home.set(yaml), lookups))
        .isEqualTo(SweepFileReader.read(path, home.before(), lookups));
  }

  /**
   * A schema that is stricter than the reader would underline what runs, and one that is laxer
   * would not help: values of all kinds, and those at the bounds, before both.
   */
  @ParameterizedTest
  @EnumSource(Key.class)
  void editorAndReaderAgreeOnEachValue(Key key) throws IOException {
    Home home = Home.of(key);
    for (String probe : probes(key)) {
      List<String> set = home.set(probe);
      List<String> problems = reader(set);
      if (problems.isEmpty()) {
        assertThat(Editor.says(Home.FILE, set)).as(String.join(" ", set)).isEmpty();
      } else if (problems.stream().anyMatch(each -> isOfTheKeyAlone(each, home.path()))) {
        assertThat(Editor.says(Home.FILE, set)).as(problems.toString()).isNotEmpty();
      }
    }
  }

  /** Whether {@code message} is about the value as such, and not about what stands elsewhere. */
  private static boolean isOfTheKeyAlone(String message, String path) {
    boolean alone =
        message.contains(": " + path + " must be ")
            || message.contains(": each of " + path + " must be ")
            || message.contains("unknown key");
    return alone && BESIDE_OTHERS.stream().noneMatch(message::contains);
  }

  private List<String> reader(List<String> overrides) throws IOException {
    Path file = Files.writeString(folder.resolve("sweep.yaml"), Home.FILE);
    try {
      SweepFileReader.read(file, overrides, lookups);
      return List.of();
    } catch (SweepFileException wrong) {
      return wrong.problems().stream().map(Objects::toString).toList();
    }
  }

  private static List<String> probes(Key key) {
    var probes = new ArrayList<>(PROBES);
    probes.add(Grammar.of(key).example());
    probes.addAll(bounds(Grammar.of(key).form()));
    return probes;
  }

  /** Values at the very bounds of {@code form}, and next to them. */
  private static List<String> bounds(Form form) {
    if (form instanceof Whole whole && whole.min() > Long.MIN_VALUE) {
      return Stream.of(whole.min() - 1, whole.min(), whole.max(), whole.max() + 1)
          .map(String::valueOf)
          .toList();
    }
    if (form instanceof Single single && single.legal() instanceof RealRange range) {
      return Stream.of(range.min(), range.max())
          .flatMap(each -> Stream.of(Math.nextDown(each), each, Math.nextUp(each)))
          .filter(Double::isFinite)
          .map(String::valueOf)
          .toList();
    }
    if (form instanceof Single single && single.legal() instanceof OneOf some) {
      return some.names();
    }
    if (form instanceof Either either) {
      return either.forms().stream().flatMap(each -> bounds(each).stream()).toList();
    }
    return form instanceof Listing listing
        ? bounds(listing.item()).stream()
            .map(each -> Stream.generate(() -> each).limit(Math.max(1, listing.least())))
            .map(each -> each.collect(joining(", ", "[", "]")))
            .toList()
        : List.of();
  }

  @Test
  void theReadmeHasEachKey() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    assertThat(Key.values())
        .as("keys that the README's table lacks, or has under another name")
        .filteredOn(key -> !isWrittenByUs(key) && !isIn(readme, key))
        .isEmpty();
  }

  private static boolean isWrittenByUs(Key key) {
    return key.path().startsWith(Key.MODEL_DECLARES.path());
  }

  private static boolean isIn(String readme, Key key) {
    return readme.contains("`" + key.path().replace(".*", ".NAME") + "`")
        || readme.contains("`." + key.leaf() + "`")
        || readme.contains(key.leaf() + ": ");
  }
}
