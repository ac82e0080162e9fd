package sweep4j.driver.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.config.Node.Mapping;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Conflict;
import sweep4j.trial.DataSettings;
import sweep4j.trial.Delivery;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Limits;
import sweep4j.trial.ModelType;
import sweep4j.trial.Resources;
import sweep4j.trial.Task;
import sweep4j.trial.Workload;

/** Reads sweep files. */
public final class SweepFileReader {
  static final long DEFAULT_SEED = 42;

  private final Path file;
  private final Lookups lookups;
  private final Origin origin;
  private final Problems problems = new Problems();

  private SweepFileReader(Path file, Origin origin, Lookups lookups) {
    this.file = file;
    this.lookups = lookups;
    this.origin = origin;
  }

  /**
   * As {@link #read(Path, List, Lookups)}, where all files are of this machine, and users' own
   * networks declare what the file says.
   */
  public static SweepDefinition read(Path file, List<String> overrides) throws SweepFileException {
    return read(file, overrides, new Lookups(TextFiles.local(), null));
  }

  /**
   * The sweep that {@code file} describes, with {@code overrides} put over it. Relative paths of
   * data files start at the sweep file's folder, those of overrides too.
   *
   * @param overrides each {@code path=value}, such as {@code training.max_epochs=3}; the value is
   *     YAML
   * @param lookups reads what the sweep file names besides its data
   * @throws SweepFileException with every problem there is, if there is any
   */
  public static SweepDefinition read(Path file, List<String> overrides, Lookups lookups)
      throws SweepFileException {
    var reader = new SweepFileReader(file, Origin.file(file), lookups);
    return reader.read(SourceText.read(file, reader.origin, reader.problems), overrides);
  }

  /**
   * The sweep that {@code text} describes, as if it stood in {@code file}.
   *
   * @throws SweepFileException with every problem there is, if there is any
   */
  public static SweepDefinition readText(Path file, String text, Lookups lookups)
      throws SweepFileException {
    var reader = new SweepFileReader(file, Origin.file(file), lookups);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return reader.read(SourceText.of(bytes, reader.origin, reader.problems), List.of());
  }

  /**
   * The sweep of a file that {@link SweepFileWriter} has written, wherever it lies: nothing in it
   * is relative.
   *
   * @param name what to call the file in a message
   */
  public static SweepDefinition readStored(String name, byte[] content, Lookups lookups)
      throws SweepFileException {
    var reader = new SweepFileReader(Path.of(""), Origin.file(name), lookups);
    return reader.read(SourceText.of(content, reader.origin, reader.problems), List.of());
  }

  private SweepDefinition read(@Nullable String text, List<String> overrides)
      throws SweepFileException {
    SweepDefinition definition = definition(text, overrides);
    problems.throwIfAny();
    if (definition == null) {
      throw new IllegalStateException(
          "no sweep was read from " + origin.name() + ", and no problem either");
    }
    return definition;
  }

  private @Nullable SweepDefinition definition(@Nullable String text, List<String> overrideTexts) {
    Overrides overrides = Overrides.parse(overrideTexts, problems);
    Node root = text == null ? null : YamlTree.parse(text, origin, problems);
    if (root == null || root instanceof Node.Refused) {
      return null;
    }
    if (root instanceof Node.Nothing) {
      problems.add(origin.whole(), "this file is empty; a sweep file has keys and values");
      return null;
    }
    if (!(root instanceof Mapping mapping)) {
      problems.add(root.place(), "a sweep file must be keys with values, but got " + root.shown());
      return null;
    }
    Mapping settings = overrides.applyTo(mapping, problems);
    return definition(Section.of("", origin.at(1, 1), settings, Key.namesIn(""), problems));
  }

  private @Nullable SweepDefinition definition(Section top) {
    String name = top.has(Key.NAME) ? top.read(Key.NAME, SweepFileReader::name) : nameOfFile();
    Long seed =
        top.read(
            Key.SEED,
            DEFAULT_SEED,
            value -> value.whole(Long.MIN_VALUE, Long.MAX_VALUE, "a whole number of 64 bits"));
    Section dataSection = top.read(Key.DATA, value -> value.section("data", "a mapping"));
    Task task = dataSection == null ? null : DataSection.task(dataSection);
    DataSettings data =
        dataSection == null ? null : DataSection.read(dataSection, task, new Locations(file));
    Delivery delivery = dataSection == null ? null : DataSection.delivery(dataSection);
    Section model = modelSection(top);
    ModelType type =
        model == null ? null : new ModelSection(model, data, new Locations(file), lookups).read();
    Vocabulary vocabulary =
        type == null ? Vocabulary.incomplete() : Vocabulary.of(type.catalogue());
    if (model != null) {
      model.refuseUnknown(vocabulary.namesIn(model, Key.MODEL.path()));
    }
    Section parameters =
        top.read(
            Key.PARAMETERS,
            value ->
                value.section(vocabulary.namesIn(value.node()), "a mapping of hyperparameters"));
    Workload workload = workload(top, model, type, task, data, parameters);
    SearchSpace space =
        parameters == null ? null : ParametersSection.read(parameters, vocabulary, workload);
    Integer maxEpochs = workload == null ? null : workload.maxEpochs();
    SearchPlan search =
        search(top, space, parameters, maxEpochs, seed == null ? DEFAULT_SEED : seed);
    ConfirmSection.Read confirm = ConfirmSection.read(top);
    EnsemblePlan ensemble = EnsembleSection.read(top);
    TestPlan test = TestSection.read(top);
    RefitSection.Read refit = RefitSection.read(top);
    Section limitsSection = sectionOrEmpty(top, Key.LIMITS);
    Limits limits = limitsSection == null ? null : LimitsSection.read(limitsSection);
    Resources resources = ResourcesSection.read(top);
    if (name == null
        || seed == null
        || data == null
        || delivery == null
        || workload == null
        || space == null
        || search == null
        || confirm == null
        || ensemble == null
        || test == null
        || refit == null
        || limits == null
        || resources == null) {
      return null;
    }
    var sweep =
        new SweepDefinition(
            name,
            seed,
            data,
            delivery,
            workload,
            space,
            search,
            confirm.plan(),
            ensemble,
            test,
            refit.plan(),
            limits,
            resources);
    Conflict conflict = Contradictions.in(sweep);
    if (conflict != null) {
      top.problem(
          Key.PARAMETERS,
          "parameters must hold together in every trial, but in some %s; narrow a range, or let one exist only \"when\" the other allows it"
              .formatted(conflict.words()));
      return null;
    }
    return sweep;
  }

  private static @Nullable String name(Value value) {
    String name = value.text(SweepDefinition.NAME_RULE);
    if (name != null && !SweepDefinition.isName(name)) {
      value.mustBe(SweepDefinition.NAME_RULE);
      return null;
    }
    return name;
  }

  private @Nullable String nameOfFile() {
    Path last = file.toAbsolutePath().getFileName();
    String stem = last == null ? "" : last.toString().replaceFirst("(?<=.)\\.[^.]*$", "");
    if (!SweepDefinition.isName(stem)) {
      problems.add(
          origin.whole(),
          "name is missing, and the file's own cannot stand in: name must be "
              + SweepDefinition.NAME_RULE);
      return null;
    }
    return stem;
  }

  private @Nullable Workload workload(
      Section top,
      @Nullable Section model,
      @Nullable ModelType type,
      @Nullable Task task,
      @Nullable DataSettings data,
      @Nullable Section parameters) {
    Section training = sectionOrEmpty(top, Key.TRAINING);
    Section augmentation = sectionOrEmpty(top, Key.AUGMENTATION);
    Section metric = sectionOrEmpty(top, Key.METRIC);
    if (model == null || training == null || augmentation == null || metric == null) {
      return null;
    }
    return new WorkloadSections(model, training, augmentation, metric)
        .read(type, task, data, parameters == null ? empty(top) : parameters);
  }

  private @Nullable SearchPlan search(
      Section top,
      @Nullable SearchSpace space,
      @Nullable Section parameters,
      @Nullable Integer maxEpochs,
      long seed) {
    Section search = top.read(Key.SEARCH, value -> value.section("search", "a mapping"));
    if (search == null) {
      return null;
    }
    SearchPlan plan =
        SearchSection.read(search, space, parameters == null ? empty(top) : parameters, maxEpochs);
    List<Hyperparameters> tryFirst = TryFirstSection.read(search, space, plan, seed);
    String warmStart = WarmStartSection.read(search, plan, new Locations(file));
    return plan == null || tryFirst == null || warmStart == null
        ? null
        : plan.with(tryFirst, warmStart);
  }

  /** The section whose keys depend on what it says; they are still to be judged. */
  private @Nullable Section modelSection(Section top) {
    return top.has(Key.MODEL)
        ? top.read(Key.MODEL, value -> value.section("a mapping"))
        : sectionOrEmpty(top, Key.MODEL);
  }

  /** A section all of whose keys have defaults. */
  private @Nullable Section sectionOrEmpty(Section top, Key key) {
    return top.has(key)
        ? top.read(key, value -> value.section(key.path(), "a mapping"))
        : new Section(key.path(), top.place(), Map.of(), problems);
  }

  private Section empty(Section top) {
    return new Section("", top.place(), Map.of(), problems);
  }
}
