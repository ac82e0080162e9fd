package sweep4j.driver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static sweep4j.driver.config.SweepText.CSV;
import static sweep4j.driver.config.SweepText.SOUND;
import static sweep4j.driver.config.SweepText.with;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.driver.search.PruningMethod;
import sweep4j.driver.search.Sampler;
import sweep4j.driver.search.SearchMethod;
import sweep4j.driver.space.Choices;
import sweep4j.driver.space.Condition;
import sweep4j.driver.space.Fixed;
import sweep4j.driver.space.IntLogUniform;
import sweep4j.driver.space.IntUniform;
import sweep4j.driver.space.LogUniform;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.Quantized;
import sweep4j.driver.space.SearchSpace;
import sweep4j.driver.space.Stepped;
import sweep4j.driver.space.Uniform;
import sweep4j.trial.DataParallel;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.Default;
import sweep4j.trial.EarlyStopping;
import sweep4j.trial.Group;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Metric;
import sweep4j.trial.ModelType;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;
import sweep4j.trial.RefitPlan;
import sweep4j.trial.RefitRows;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;
import sweep4j.trial.Tunable;
import sweep4j.trial.Workload;

class SweepFileReaderTest {

  @Test
  void readsEveryPart(@TempDir Path folder) throws Exception {
    assertThat(SweepText.read(folder, SOUND))
        .isEqualTo(
            new SweepDefinition(
                "example",
                7,
                new DataSettings(
                    new DataSource.Csv(folder.resolve("table.csv").toString(), "kind"),
                    Task.CLASSIFICATION,
                    new HeldOut.Share(0.2),
                    new HeldOut.Share(0.1),
                    Scale.STANDARDIZE),
                new Workload(
                    new ModelType.Mlp(),
                    defaults().with(Hyperparameter.HIDDEN_UNITS, new Widths(List.of(64, 32))),
                    20,
                    new EarlyStopping(3, 0.0),
                    Metric.VALIDATION_ACCURACY),
                new SearchSpace(
                    List.of(
                        new Parameter(Hyperparameter.LEARNING_RATE, new LogUniform(1e-5, 0.1)),
                        new Parameter(
                            Hyperparameter.BATCH_SIZE,
                            new Choices(List.of(new Whole(16), new Whole(32)))))),
                new SearchPlan(new SearchMethod.Random(), 10)));
  }

  /** A look at the test split that nobody asked for would take from what it is worth. */
  @Test
  void onlyTheWinnerIsTestedUnlessMoreAreAskedFor(@TempDir Path folder) throws Exception {
    assertThat(SweepText.read(folder, SOUND).test().top()).isEqualTo(1);
    assertThat(SweepText.read(folder, SOUND, "test={}").test().top()).isEqualTo(1);
    assertThat(SweepText.read(folder, SOUND, "test.top=7").test().top()).isEqualTo(7);
  }

  /** Workers that followed from the cluster would give another network on another cluster. */
  @Test
  void aRefitHasItsWorkersFromTheFile(@TempDir Path folder) throws Exception {
    assertThat(SweepText.read(folder, SOUND).refit()).isNull();
    assertThat(SweepText.read(folder, SOUND, "refit=none").refit()).isNull();
    assertThat(SweepText.read(folder, SOUND, "refit={}").refit())
        .isEqualTo(new RefitPlan(RefitRows.TRAIN_AND_VALIDATION, null, false));
    assertThat(SweepText.read(folder, SOUND, "refit={on: train, mode: data_parallel}").refit())
        .isEqualTo(new RefitPlan(RefitRows.TRAIN, new DataParallel(4, 5), false));
  }

  /** With folds, one training in each is a confirmation; without, it would have no spread. */
  @Test
  void aConfirmationHasAsManyPartsAsRepeatsOrFolds(@TempDir Path folder) throws Exception {
    assertThat(SweepText.read(folder, SOUND).confirm()).isNull();
    assertThat(SweepText.read(folder, SOUND, "confirm=none").confirm()).isNull();
    assertThat(SweepText.read(folder, SOUND, "confirm={}").confirm())
        .isEqualTo(new ConfirmPlan(5, 5, null));
    ConfirmPlan plain = new ConfirmPlan(3, 7, null);
    assertThat(SweepText.read(folder, SOUND, "confirm={top: 3, repeats: 7}").confirm())
        .isEqualTo(plain);
    assertThat(plain.parts()).isEqualTo(7);
    assertThat(plain.repeatsOfEach()).isEqualTo(1);
    ConfirmPlan folded = new ConfirmPlan(5, 1, 10);
    assertThat(SweepText.read(folder, SOUND, "confirm.folds=10").confirm()).isEqualTo(folded);
    assertThat(folded.parts()).isEqualTo(10);
    assertThat(new ConfirmPlan(5, 3, 10).repeatsOfEach()).isEqualTo(3);
  }

  /** The network of the one that is chosen is among them, whichever it is. */
  @Test
  void networksAreKeptOfAllThatMayBeChosen(@TempDir Path folder) throws Exception {
    SweepDefinition sweep = SweepText.read(folder, SOUND, "confirm.top=7", "test.top=3");
    assertThat(sweep.keptModels()).isEqualTo(7);
    assertThat(sweep.wantedModels()).isEqualTo(3);
  }

  @Test
  void anEnsembleIsMadeOnlyWhereItIsAskedFor(@TempDir Path folder) throws Exception {
    assertThat(SweepText.read(folder, SOUND).ensemble().wanted()).isFalse();
    assertThat(SweepText.read(folder, SOUND, "ensemble=none").ensemble().wanted()).isFalse();
    assertThat(SweepText.read(folder, SOUND, "ensemble={}").ensemble().top()).isEqualTo(5);
    assertThat(SweepText.read(folder, SOUND, "ensemble.top=3").ensemble().top()).isEqualTo(3);
  }

  /** What a perceptron, adam and a constant rate use on a table: no schedule, no images. */
  private static Hyperparameters defaults() {
    var values = new HashMap<Tunable, ParameterValue>();
    for (Hyperparameter each : Hyperparameter.values()) {
      if (each.defaultValue() instanceof Default.Constant constant) {
        values.put(each, constant.value());
      }
    }
    values
        .keySet()
        .removeIf(
            each ->
                each.group() == Group.AUGMENTATION
                    || Set.of(
                            Hyperparameter.LEARNING_RATE,
                            Hyperparameter.BATCH_SIZE,
                            Hyperparameter.LEARNING_RATE_STEP_EPOCHS,
                            Hyperparameter.RMS_DECAY)
                        .contains(each)
                    || !new ModelType.Mlp().uses(each));
    return new Hyperparameters(values);
  }

  @ParameterizedTest
  @EnumSource(Hyperparameter.class)
  void everyHyperparameterCanBeFixedInItsSectionOrSearched(
      Hyperparameter each, @TempDir Path folder) throws Exception {
    String context =
        """
        name: example
        data: {format: idx, images: i, labels: l}
        model: {type: %s}
        training: {updater: sgd, learning_rate_schedule: step}
        search: {method: random, max_trials: 3}
        parameters: {%s: {values: [16, 32]}}
        """
            .formatted(
                each == Hyperparameter.RESIDUAL_BLOCKS ? "resnet" : "cnn",
                each == Hyperparameter.BATCH_SIZE ? "hidden_units" : "batch_size");
    if (each.usedWith() != null && each.usedWith().other() == Hyperparameter.UPDATER) {
      context = context.replace("updater: sgd", "updater: " + each.usedWith().values().get(0));
    }
    ParameterValue value = new Hyperparameters(Map.of()).value(each);
    String text = value instanceof Widths widths ? widths.value().toString() : value.toString();

    String fixed = each.group().section() + "." + each.key() + "=" + text;
    assertThat(SweepText.read(folder, context, fixed).workload().fixed().set())
        .containsEntry(each, value);

    boolean named = context.contains(each.key() + ":");
    if (!named) {
      String searched = "parameters." + each.key() + "={value: " + text + "}";
      assertThat(SweepText.read(folder, context, searched).space().hyperparameters())
          .contains(each);
    }
  }

  @Test
  void smoothedLabelsNeedClasses(@TempDir Path folder) throws Exception {
    String regression =
        SOUND
            .replace("label: kind", "label: kind\n  task: regression")
            .replace("_accuracy", "_loss");
    assertThat(SweepText.problems(folder, regression)).isEmpty();
    assertThat(SweepText.problems(folder, regression, "training.label_smoothing=0.1"))
        .containsExactly(
            "--set training.label_smoothing=0.1: training.label_smoothing must be left out: it needs"
                + " classes (data.task: classification)");
  }

  @Test
  void fillsInDefaults(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("little.sweep.yaml");
    Files.writeString(
        file,
        """
        data: {format: csv, path: a.csv, label: b}
        search: {method: coarse_to_fine, max_trials: 9}
        parameters: {dropout: {distribution: uniform, min: 0, max: .5}}
        """);
    SweepDefinition sweep = SweepFileReader.read(file, List.of());
    assertThat(sweep.name()).isEqualTo("little.sweep");
    assertThat(sweep.seed()).isEqualTo(42);
    assertThat(sweep.data().validation()).isEqualTo(new HeldOut.Share(0.15));
    assertThat(sweep.data().test()).isEqualTo(new HeldOut.Share(0.15));
    assertThat(sweep.workload().maxEpochs()).isEqualTo(50);
    assertThat(sweep.workload().earlyStopping()).isEqualTo(new EarlyStopping(5, 0.0));
    assertThat(sweep.workload().metric()).isEqualTo(Metric.VALIDATION_LOSS);
    assertThat(sweep.workload().fixed().set()).doesNotContainKey(Hyperparameter.DROPOUT);
    assertThat(sweep.search().method()).isEqualTo(new SearchMethod.CoarseToFine(3));
  }

  @Test
  void readsEveryFormOfParameter(@TempDir Path folder) throws Exception {
    String parameters = SOUND.substring(SOUND.indexOf("  learning_rate:"));
    String text =
        with(
                parameters,
                """
                  hidden_units: {values: [[64, 32], 128]}
                  learning_rate: {distribution: log_uniform, min: "1e-4", max: 1e-1, steps: 4}
                  lambda: {distribution: uniform, min: 0, max: 1}
                  dropout: {value: 0.25}
                  batch_size: {distribution: int_log_uniform, min: 8, max: 64}
                  activation: {values: [tanh, relu]}
                """)
            .replace("model: {hidden_units: [64, 32]}", "");
    assertThat(SweepText.read(folder, text).space().parameters())
        .containsExactly(
            new Parameter(
                Hyperparameter.HIDDEN_UNITS,
                new Choices(List.of(new Widths(List.of(64, 32)), new Widths(List.of(128))))),
            new Parameter(Hyperparameter.LEARNING_RATE, new Stepped(new LogUniform(1e-4, 0.1), 4)),
            new Parameter(Hyperparameter.LAMBDA, new Uniform(0, 1)),
            new Parameter(Hyperparameter.DROPOUT, new Fixed(new Real(0.25))),
            new Parameter(Hyperparameter.BATCH_SIZE, new IntLogUniform(8, 64)),
            new Parameter(
                Hyperparameter.ACTIVATION,
                new Choices(List.of(new Text("tanh"), new Text("relu")))));
  }

  @Test
  void readsListsWithMoreToSay(@TempDir Path folder) throws Exception {
    String text = with("[16, 32]", "[32, 16], weights: [3, 1]");
    assertThat(SweepText.read(folder, text).space().parameters().get(1).domain())
        .isEqualTo(new Choices(List.of(new Whole(16), new Whole(32)), List.of(1.0, 3.0), true));
    assertThat(
            SweepText.read(folder, text, "parameters.batch_size.ordered=false")
                .space()
                .parameters()
                .get(1)
                .domain())
        .isEqualTo(new Choices(List.of(new Whole(32), new Whole(16)), List.of(3.0, 1.0), false));
  }

  @Test
  void readsMultiples(@TempDir Path folder) throws Exception {
    String text =
        with("{values: [16, 32]}", "{distribution: int_uniform, min: 16, max: 64, q: 16}")
            .replace(
                "{distribution: log_uniform, min: 1e-5, max: 0.1}",
                "{distribution: q_uniform, min: 0.05, max: 0.2, q: 0.05}");
    assertThat(SweepText.read(folder, text).space().parameters())
        .containsExactly(
            new Parameter(Hyperparameter.LEARNING_RATE, new Quantized(0.05, 0.2, 0.05)),
            new Parameter(Hyperparameter.BATCH_SIZE, new IntUniform(16, 64, 16)));
  }

  @Test
  void readsConditionsInEveryForm(@TempDir Path folder) throws Exception {
    String text =
        with(
            "batch_size: {values: [16, 32]}",
            """
            batch_size: {distribution: int_uniform, min: 16, max: 64}
              updater: {values: [sgd, nesterovs, adam]}
              activation: {values: [relu, tanh], when: {batch_size: [16, 17]}}
              dropout: {value: 0.5, when: {updater: [sgd, nesterovs], activation: tanh}}
              lambda: {distribution: uniform, min: 0, max: 1, when: {hidden_units: [[64, 32], 8]}}
            """);
    var parameters = SweepText.read(folder, text).space().parameters();
    assertThat(parameters.get(3).conditions())
        .containsExactly(
            new Condition(Hyperparameter.BATCH_SIZE, List.of(new Whole(16), new Whole(17))));
    assertThat(parameters.get(4).conditions())
        .containsExactly(
            new Condition(Hyperparameter.UPDATER, List.of(new Text("sgd"), new Text("nesterovs"))),
            new Condition(Hyperparameter.ACTIVATION, List.of(new Text("tanh"))));
    // That the hidden units are [64, 32] is decided: they are fixed elsewhere in the file.
    assertThat(parameters.get(5).conditions()).isEmpty();
  }

  @Test
  void triesFirstWhatItIsTold(@TempDir Path folder) throws Exception {
    String text =
        with(
            "max_trials: 10",
            "max_trials: 3, try_first: [{learning_rate: 1e-2}, {batch_size: 32}]");
    SweepDefinition sweep = SweepText.read(folder, text);
    Sampler sampler = sweep.sampler();
    assertThat(sampler.trials()).isEqualTo(3);
    assertThat(sweep.space().at(sampler.suggest(0, List.of())).real(Hyperparameter.LEARNING_RATE))
        .isEqualTo(0.01);
    assertThat(sweep.space().at(sampler.suggest(1, List.of())).whole(Hyperparameter.BATCH_SIZE))
        .isEqualTo(32);
  }

  @Test
  void anEarlierRunLiesBesideTheFile(@TempDir Path folder) throws Exception {
    String text = with("{method: random,", "{method: coarse_to_fine, warm_start: runs/x,");
    assertThat(SweepText.read(folder, text).search().warmStart())
        .isEqualTo(folder.resolve("runs/x").toString());
    assertThat(
            SweepText.read(folder, text.replace("runs/x", "'hdfs://host/runs/x'"))
                .search()
                .warmStart())
        .isEqualTo("hdfs://host/runs/x");
  }

  @Test
  void aRangeOfHiddenUnitsIsTheWidthOfOneLayer(@TempDir Path folder) throws Exception {
    String text =
        with("model: {hidden_units: [64, 32]}", "")
            .replace(
                "batch_size: {values: [16, 32]}",
                "hidden_units: {distribution: int_uniform, min: 8, max: 64}");
    assertThat(SweepText.read(folder, text).space().parameters().get(1))
        .isEqualTo(new Parameter(Hyperparameter.HIDDEN_UNITS, new IntUniform(8, 64)));
  }

  @Test
  void reportsAllProblemsInReadingOrder(@TempDir Path folder) throws IOException {
    String text =
        with("seed: 7", "seed: x")
            .replace("format: csv", "format: arff")
            .replace("validation_accuracy", "validation_rmse")
            .replace("max_trials: 10", "max_trials: none")
            .replace("max: 0.1", "max: 0");
    assertThat(SweepText.problems(folder, text, "seeds=3", "training.max_epochs=no"))
        .containsExactly(
            "2: seed must be a whole number of 64 bits, but got x",
            "4: data.format must be one of csv, parquet, libsvm, images, idx, but got arff",
            "13: metric.name must be one of validation_loss, validation_accuracy for classification, but got validation_rmse",
            "14: search.max_trials must be a whole number from 1 to 1000000, but got none",
            "16: parameters.learning_rate.max must be a number above 0.0 and at most 1.0E30, but got 0",
            "--set seeds=3: unknown key `seeds`; did you mean `seed`?",
            "--set training.max_epochs=no: training.max_epochs must be a whole number from 1 to"
                + " 2147483647, but got no");
  }

  @Test
  void namesTheFileAsItWasGiven(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("x.yaml");
    Files.writeString(file, with("seed: 7", "sed: 7"));
    Path given = Path.of("").toAbsolutePath().relativize(file);
    assertThatThrownBy(() -> SweepFileReader.read(given, List.of()))
        .isInstanceOf(SweepFileException.class)
        .hasMessage(given + ":2: unknown key `sed`; did you mean `seed`?");
  }

  @Test
  void resolvesPathsBesideTheFile(@TempDir Path folder) throws Exception {
    String text =
        with(
                CSV,
                """
            format: idx
              images: ../images.gz
              labels: hdfs://name:9000/data/labels
              scale: none
            """)
            .replace("validation: 0.2", "validation: {images: /v/i, labels: 's3a://b/l'}")
            .replace("test: 0.1", "test: {images: ./t/i, labels: 'file:/t/l'}");
    DataSettings data = SweepText.read(folder, text).data();
    assertThat(data.source())
        .isEqualTo(
            new DataSource.Idx(
                folder.resolveSibling("images.gz").toString(), "hdfs://name:9000/data/labels"));
    assertThat(data.validation())
        .isEqualTo(new HeldOut.Own(new DataSource.Idx("/v/i", "s3a://b/l")));
    assertThat(data.test())
        .isEqualTo(
            new HeldOut.Own(new DataSource.Idx(folder.resolve("t/i").toString(), "file:/t/l")));
  }

  @Test
  void ownTablesShareTheLabel(@TempDir Path folder) throws Exception {
    DataSettings data = SweepText.read(folder, with("test: 0.1", "test: {path: test.csv}")).data();
    assertThat(data.test())
        .isEqualTo(
            new HeldOut.Own(new DataSource.Csv(folder.resolve("test.csv").toString(), "kind")));
  }

  @Test
  void imagesAreScaledToARangeUnlessToldOtherwise(@TempDir Path folder) throws Exception {
    String text = with(CSV, SweepText.IDX);
    assertThat(SweepText.read(folder, text).data().scale()).isEqualTo(Scale.MIN_MAX);
  }

  @Test
  void aGridCountsItsCells(@TempDir Path folder) throws Exception {
    String text = with("max: 0.1}", "max: 0.1, steps: 5}").replace("random", "grid");
    assertThat(SweepText.problems(folder, text, "search.max_trials=9"))
        .containsExactly(
            "--set search.max_trials=9: search.max_trials must be at least the grid's number of"
                + " cells, which is 10, but got 9");
    assertThat(SweepText.read(folder, text, "search={method: grid}").search())
        .isEqualTo(new SearchPlan(new SearchMethod.Grid(), 10));
    assertThat(SweepText.read(folder, text, "search.max_trials=99").search().maxTrials())
        .isEqualTo(10);
  }

  @Test
  void aGridBeyondCountingIsAProblem(@TempDir Path folder) throws IOException {
    String text =
        with("max: 0.1}", "max: 0.1, steps: 1000000}")
            .replace("{values: [16, 32]}", "{distribution: int_uniform, min: 1, max: 5000}")
            .replace("{method: random, max_trials: 10}", "{method: grid}");
    assertThat(SweepText.problems(folder, text))
        .containsExactly("14: a grid must have at most 1000000 cells, but got 5000000000");
    String million = "{distribution: uniform, min: 0, max: 0.5, steps: 1000000}";
    assertThat(
            SweepText.problems(
                folder, text, "parameters.dropout=" + million, "parameters.lambda=" + million))
        .containsExactly("14: a grid must have fewer than 2^63 cells");
  }

  @Test
  void fewTrialsNeedNoOtherRounds(@TempDir Path folder) throws Exception {
    String text = with("{method: random,", "{method: coarse_to_fine, rounds: 3,");
    assertThat(SweepText.read(folder, text, "search.max_trials=1").search())
        .isEqualTo(new SearchPlan(new SearchMethod.CoarseToFine(3), 1));
  }

  @ParameterizedTest
  @MethodSource("pruners")
  void aPrunerHasDefaults(String text, PruningMethod method, @TempDir Path folder)
      throws Exception {
    SweepDefinition sweep =
        SweepText.read(folder, SOUND, "training.max_epochs=81", "search.pruner=" + text);
    assertThat(sweep.search().pruning()).isEqualTo(method);
  }

  static Stream<Arguments> pruners() {
    return Stream.of(
        arguments("none", new PruningMethod.None()),
        arguments("{method: none}", new PruningMethod.None()),
        arguments("hyperband", new PruningMethod.Hyperband(1, 3)),
        arguments("{method: hyperband, min_epochs: 3}", new PruningMethod.Hyperband(3, 3)),
        arguments("successive_halving", new PruningMethod.SuccessiveHalving(1, 3, 81)),
        arguments(
            "{method: successive_halving, reduction_factor: 9}",
            new PruningMethod.SuccessiveHalving(1, 9, 81)),
        arguments(
            "{method: successive_halving, min_epochs: 30, reduction_factor: 9}",
            new PruningMethod.SuccessiveHalving(30, 9, 9)),
        arguments("median", new PruningMethod.Median(5, 0, 9)),
        arguments("{method: median, warmup_epochs: 8}", new PruningMethod.Median(5, 8, 9)));
  }

  /** A space of 8 combinations has no trials for the rest of its bracket to wait for. */
  @Test
  void aSmallSpaceHasAShortBracket(@TempDir Path folder) throws Exception {
    SweepDefinition sweep =
        SweepText.read(
            folder,
            SOUND,
            "parameters={batch_size: {values: [1, 2, 3, 4, 5, 6, 7, 8]}}",
            "search.pruner=hyperband");
    assertThat(sweep.sampler().trials()).isEqualTo(8);
    assertThat(sweep.pruner().peers(7, 0)).containsExactly(0, 1, 2, 3, 4, 5, 6);
  }

  /** Otherwise a round would wait for trials that wait for the round. */
  @Test
  void theSamplerWaitsForNoFurtherThanThePruner(@TempDir Path folder) throws Exception {
    SweepDefinition sweep =
        SweepText.read(
            folder,
            SOUND,
            "search={method: coarse_to_fine, max_trials: 12, rounds: 3}",
            "search.pruner={method: successive_halving, bracket_trials: 5}");
    assertThat(sweep.sampler().needs(8)).isEqualTo(0);
    assertThat(sweep.sampler().needs(11)).isEqualTo(0);
    SweepDefinition unpruned = SweepText.read(folder, SOUND, "search.method=coarse_to_fine");
    assertThat(unpruned.sampler().needs(9)).isPositive();
  }

  @Test
  void coarseToFineHasSettings(@TempDir Path folder) throws Exception {
    String text = with("method: random,", "method: coarse_to_fine, keep: 0.2, expand: true,");
    assertThat(SweepText.read(folder, text, "search.shrink=0.4").search())
        .isEqualTo(new SearchPlan(new SearchMethod.CoarseToFine(3, 0.2, 0.4, true), 10));
    assertThat(SweepText.read(folder, text, "search.max_trials=60").search())
        .isEqualTo(new SearchPlan(new SearchMethod.CoarseToFine(6, 0.2, 0.66, true), 60));
  }

  /** The sweep file keeps the declared ranges; only what is searched grows. */
  @Test
  void expandWidensWhatIsSearchedAndNotWhatIsWritten(@TempDir Path folder) throws Exception {
    String text = with("method: random,", "method: coarse_to_fine,");
    SweepDefinition declared = SweepText.read(folder, text);
    assertThat(declared.searchedSpace()).isEqualTo(declared.space());
    SweepDefinition expanding = SweepText.read(folder, text, "search.expand=true");
    assertThat(expanding.space()).isEqualTo(declared.space());
    assertThat(expanding.searchedSpace()).isEqualTo(declared.space().extended());
    assertThat(SweepFileWriter.write(expanding)).contains("min: 1.0E-5, max: 0.1}");
  }

  @Test
  void earlyStoppingCanBeTurnedOff(@TempDir Path folder) throws Exception {
    SweepDefinition sweep = SweepText.read(folder, with("{patience: 3}", "none"));
    assertThat(sweep.workload().earlyStopping()).isEqualTo(EarlyStopping.never());
  }

  @Test
  void aByteOrderMarkAndWindowsLinesDoNoHarm(@TempDir Path folder) throws Exception {
    SweepDefinition plain = SweepText.read(folder, SOUND);
    assertThat(SweepText.read(folder, "\uFEFF" + SOUND.replace("\n", "\r\n"))).isEqualTo(plain);
  }

  @Test
  void saysWhyAFileCannotBeRead(@TempDir Path folder) throws IOException {
    assertThat(problemOf(folder.resolve("none.yaml"))).isEqualTo("there is no such file");
    assertThat(problemOf(folder)).isEqualTo("this is a folder, not a sweep file");
    Path large = folder.resolve("large.yaml");
    Files.writeString(large, "#".repeat(SourceText.MAX_BYTES + 1));
    assertThat(problemOf(large)).isEqualTo("a sweep file must have at most 1048576 bytes");
  }

  @Test
  void refusesWhatIsNotUtf8(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("latin.yaml");
    Files.write(file, "seed: 1\nname: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> SweepFileReader.read(file, List.of()))
        .hasMessage(file + ":2: a sweep file must be UTF-8, but got byte 0xe9");
  }

  @Test
  void refusesAFileCutInsideACharacter(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("cut.yaml");
    Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xc3});
    assertThatThrownBy(() -> SweepFileReader.read(file, List.of()))
        .hasMessage(file + ":1: a sweep file must be UTF-8, but got byte 0xc3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# only a comment\n", "---\n", "~"})
  void refusesAnEmptyFile(String text, @TempDir Path folder) throws IOException {
    assertThat(SweepText.problems(folder, text))
        .singleElement()
        .asString()
        .endsWith("this file is empty; a sweep file has keys and values");
  }

  @Test
  void refusesAFileThatIsNoMapping(@TempDir Path folder) throws IOException {
    assertThat(SweepText.problems(folder, "- a\n- b\n"))
        .containsExactly("1: a sweep file must be keys with values, but got [a, b]");
  }

  @Test
  void aFileNameThatIsNoSweepNameIsAProblem(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("my sweep.yaml");
    Files.writeString(file, with("name: example\n", ""));
    assertThat(problemOf(file))
        .startsWith("name is missing, and the file's own cannot stand in: name must be 1 to 100");
  }

  private static String problemOf(Path file) {
    try {
      SweepFileReader.read(file, List.of());
      return "none";
    } catch (SweepFileException wrong) {
      assertThat(wrong.problems()).hasSize(1);
      return wrong.problems().get(0).message();
    }
  }
}
