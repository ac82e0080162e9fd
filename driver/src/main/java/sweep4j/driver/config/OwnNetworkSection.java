package sweep4j.driver.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.CustomParameter;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.OwnNetwork;

/**
 * Reads what {@code model:} says of a user's own network. It declares parameters, so this comes
 * before all that names parameters.
 */
final class OwnNetworkSection {

  private final Section model;
  private final @Nullable DeclaredNetworks networks;

  /**
   * A reader of a section.
   *
   * @param networks asks the classes themselves; null to believe what the file says of them
   */
  OwnNetworkSection(Section model, @Nullable DeclaredNetworks networks) {
    this.model = model;
    this.networks = networks;
  }

  /** The network, or null after a problem. */
  @Nullable OwnNetwork read() {
    String factory = model.read(Key.MODEL_FACTORY, OwnNetworkSection::factory);
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
