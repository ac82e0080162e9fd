package sweep4j.trial;

import java.io.Serializable;

/** The kind of network that a sweep trains, with what its kind alone needs. */
public sealed interface ModelType extends Serializable permits ModelType.Mlp, OwnNetwork {

  /** Its name in sweep files. */
  String key();

  /** What a sweep over such networks may vary or fix. */
  default Catalogue catalogue() {
    return Catalogue.standard();
  }

  /** Whether {@code tunable}, of this kind's catalogue, can have an effect on such a network. */
  default boolean uses(Tunable tunable) {
    return true;
  }

  /** A multi-layer perceptron: dense hidden layers, then an output layer. */
  record Mlp() implements ModelType {
    @Override
    public String key() {
      return "mlp";
    }
  }
}
