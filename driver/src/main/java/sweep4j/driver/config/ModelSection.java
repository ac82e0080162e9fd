package sweep4j.driver.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.CustomParameter;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.ModelType;
import sweep4j.trial.OwnNetwork;

/**
 * Reads which kind of network {@code model:} asks for. A user's own network declares parameters, so
 * this comes before all that names parameters.
 */
final class ModelSection {

  /** The kinds by name; the user's own stands for all of its kind. */
  private enum Kind {
    MLP("mlp"),
    CLASS(OwnNetwork.KEY);

    private final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  private static final Map<String, Kind> KINDS = Choice.of(Kind.values(), each -> each.key);

  /** Keys of a user's own network alone. */
  private static final List<Key> OWN =
      List.of(Key.MODEL_FACTORY, Key.MODEL_DECLARES, Key.MODEL_USES);

  private final Section model;
  private final @Nullable DeclaredNetworks networks;

  private ModelSection(Section model, @Nullable DeclaredNetworks networks) {
    this.model = model;
    this.networks = networks;
  }

  /**
   * The kind of network, or null after a problem.
   *
   * @param networks asks the classes themselves; null to believe what the file says of them
   */
  static @Nullable ModelType read(Section model, @Nullable DeclaredNetworks networks) {
    Kind kind = model.read(Key.MODEL_TYPE, Kind.MLP, value -> value.choice(KINDS));
    if (kind == null) {
      return null;
    }
    return switch (kind) {
      case MLP -> {
        for (Key key : OWN) {
          if (model.has(key)) {
            model.problem(key, "%s needs model.type: class".formatted(key.path()));
          }
        }
        yield new ModelType.Mlp();
      }
      case CLASS -> new ModelSection(model, networks).own();
    };
  }

  private @Nullable OwnNetwork own() {
    String factory = model.read(Key.MODEL_FACTORY, ModelSection::factory);
    OwnNetwork written = factory == null ? null : written(factory);
    if (factory == null || networks == null) {
      return written;
    }
    OwnNetwork declared = declared(factory, networks);
    boolean said = model.has(Key.MODEL_DECLARES) || model.has(Key.MODEL_USES);
    if (declared == null || written == null || !said || written.equals(declared)) {
      return declared;
    }
    model.problem(
        model.has(Key.MODEL_DECLARES) ? Key.MODEL_DECLARES : Key.MODEL_USES,
        "model.declares and model.uses must be left out or be what the class says, {declares: %s, uses: %s}"
            .formatted(DeclarationText.of(declared), DeclarationText.uses(declared)));
    return null;
  }

  private static @Nullable String factory(Value value) {
    String name = value.text(OwnNetwork.FACTORY_RULE);
    if (name != null && !OwnNetwork.isFactory(name)) {
      value.mustBe(OwnNetwork.FACTORY_RULE);
      return null;
    }
    return name;
  }

  /** What the file says that the class declares. */
  private @Nullable OwnNetwork written(String factory) {
    List<CustomParameter> declared =
        model.read(Key.MODEL_DECLARES, List.of(), DeclarationsSection::read);
    List<Hyperparameter> uses = model.read(Key.MODEL_USES, List.of(), DeclarationsSection::uses);
    return declared == null || uses == null ? null : new OwnNetwork(factory, declared, uses);
  }

  private @Nullable OwnNetwork declared(String factory, DeclaredNetworks networks) {
    try {
      return networks.of(factory);
    } catch (IllegalArgumentException unknown) {
      model.problem(Key.MODEL_FACTORY, "model.factory: " + unknown.getMessage());
      return null;
    }
  }
}
