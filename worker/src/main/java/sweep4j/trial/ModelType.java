package sweep4j.trial;

import java.io.Serializable;

/** The kind of network that a sweep trains, with what its kind alone needs. */
public sealed interface ModelType extends Serializable {

  /** Its name in sweep files. */
  String key();

  /** A multi-layer perceptron: dense hidden layers, then an output layer. */
  record Mlp() implements ModelType {
    @Override
    public String key() {
      return "mlp";
    }
  }
}
