package sweep4j.driver.config;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.DataSettings;
import sweep4j.trial.ModelType;
import sweep4j.trial.ModelType.Resnet.Block;
import sweep4j.trial.Needs;

/** Reads the kind of network from {@code model:}, without its hyperparameters. */
final class ModelSection {

  /** Names of model types, in the order in which messages list them. */
  enum Type {
    MLP,
    CNN,
    RESNET(Key.MODEL_BLOCK),
    DL4J(Key.MODEL_CONFIGURATION),
    CLASS(Key.MODEL_FACTORY, Key.MODEL_DECLARES, Key.MODEL_USES);

    private final Set<Key> settings;

    Type(Key... settings) {
      this.settings = Set.of(settings);
    }

    Set<Key> settings() {
      return settings;
    }
  }

  private static final Map<String, Type> TYPES = Choice.of(Type.values());
  private static final Map<String, Block> BLOCKS = Choice.of(Block.values());

  private final Section model;
  private final @Nullable DataSettings data;
  private final Locations locations;
  private final Lookups lookups;

  /**
   * A reader of a section.
   *
   * @param data null if a problem with them has been reported
   */
  ModelSection(Section model, @Nullable DataSettings data, Locations locations, Lookups lookups) {
    this.model = model;
    this.data = data;
    this.locations = locations;
    this.lookups = lookups;
  }

  /** The kind of network, or null after a problem. */
  @Nullable ModelType read() {
    Type type = model.read(Key.MODEL_TYPE, Type.MLP, value -> value.choice(TYPES));
    if (type == null) {
      return null;
    }
    Ownership.MODEL_TYPE.owners().forEach((key, owners) -> refuseForeign(type, key, owners));
    return switch (type) {
      case MLP -> new ModelType.Mlp();
      case CNN -> hasImages(Key.MODEL_TYPE, "cnn") ? new ModelType.Cnn() : null;
      case RESNET -> resnet();
      case DL4J -> model.read(Key.MODEL_CONFIGURATION, this::description);
      case CLASS -> new OwnNetworkSection(model, lookups.networks()).read();
    };
  }

  private void refuseForeign(Type type, Key key, List<String> owners) {
    if (owners.contains(Choice.name(type)) || !model.has(key)) {
      return;
    }
    model.problem(
        key,
        "%s belongs to model.type %s, but model.type is %s"
            .formatted(model.pathOf(key), String.join(" or ", owners), Choice.name(type)));
  }

  private @Nullable ModelType resnet() {
    boolean images = data != null && Needs.IMAGES.metBy(data);
    Block usual = images ? Block.CONVOLUTIONAL : Block.DENSE;
    Block block = model.read(Key.MODEL_BLOCK, usual, value -> value.choice(BLOCKS));
    if (block == Block.CONVOLUTIONAL && !hasImages(Key.MODEL_BLOCK, Choice.name(block))) {
      return null;
    }
    return block == null ? null : new ModelType.Resnet(block);
  }

  private boolean hasImages(Key key, String what) {
    if (data == null || Needs.IMAGES.metBy(data)) {
      return true;
    }
    model.problem(
        key,
        "%s cannot be %s for these data: that needs %s; mlp and resnet (block: dense) take any"
            .formatted(model.pathOf(key), what, Needs.IMAGES.words()));
    return false;
  }

  private @Nullable ModelType description(Value value) {
    String location = locations.resolve(value);
    if (location == null) {
      return null;
    }
    try {
      return new ModelType.Dl4j(location, lookups.files().read(location));
    } catch (IOException | RuntimeException e) {
      value
          .problems()
          .add(
              value.place(),
              "%s: %s cannot be read: %s".formatted(value.path(), location, reason(e)));
      return null;
    }
  }

  private static String reason(Exception e) {
    if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
      return "there is no such file";
    }
    return e instanceof AccessDeniedException
        ? "there is no permission"
        : String.valueOf(e.getMessage());
  }
}
