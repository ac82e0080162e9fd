package sweep4j.trial;

import java.io.Serializable;

/** The kind of network that a sweep trains, with what its kind alone needs. */
public sealed interface ModelType extends Serializable
    permits ModelType.Mlp, ModelType.Cnn, ModelType.Resnet, ModelType.Dl4j, OwnNetwork {

  /** Its name in sweep files. */
  String key();

  /** By which it is known what hyperparameters it obeys. */
  ModelKind kind();

  /** What a sweep over such networks may vary or fix. */
  default Catalogue catalogue() {
    return Catalogue.standard();
  }

  /** Whether {@code tunable}, of this kind's catalogue, can have an effect on such a network. */
  default boolean uses(Tunable tunable) {
    return !(tunable instanceof Hyperparameter standard) || standard.models().contains(kind());
  }

  /** A multi-layer perceptron: dense hidden layers, then an output layer. */
  record Mlp() implements ModelType {
    @Override
    public String key() {
      return "mlp";
    }

    @Override
    public ModelKind kind() {
      return ModelKind.MLP;
    }
  }

  /** A convolutional network: blocks of convolution and pooling, then a perceptron. */
  record Cnn() implements ModelType {
    @Override
    public String key() {
      return "cnn";
    }

    @Override
    public ModelKind kind() {
      return ModelKind.CNN;
    }
  }

  /**
   * A residual network: stages of blocks of two layers, each with a way around it.
   *
   * @param block what the layers are
   */
  record Resnet(Block block) implements ModelType {

    /** Layers of a residual block. */
    public enum Block {
      /** Dense; for any data. */
      DENSE,
      /** Convolutions; for images. */
      CONVOLUTIONAL
    }

    @Override
    public String key() {
      return "resnet";
    }

    @Override
    public ModelKind kind() {
      return block == Block.DENSE ? ModelKind.DENSE_RESNET : ModelKind.CONVOLUTIONAL_RESNET;
    }
  }

  /**
   * A network that Deeplearning4j's own configuration describes.
   *
   * @param location where it was read from, a path or a URI, for messages
   * @param json the configuration as Deeplearning4j wrote it, of either kind; not checked here
   */
  record Dl4j(String location, String json) implements ModelType {
    @Override
    public String key() {
      return "dl4j";
    }

    @Override
    public ModelKind kind() {
      return ModelKind.DL4J;
    }
  }
}
