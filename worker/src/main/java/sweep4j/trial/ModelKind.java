package sweep4j.trial;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Networks by the hyperparameters that they obey. */
public enum ModelKind {
  MLP("mlp"),
  CNN("cnn"),
  DENSE_RESNET("resnet (dense)"),
  CONVOLUTIONAL_RESNET("resnet (convolutional)"),
  /** Described by a file of Deeplearning4j's. */
  DL4J("dl4j"),
  /** Built by a class of the user's, which says itself what it obeys. */
  CLASS("class");

  private final String words;

  ModelKind(String words) {
    this.words = words;
  }

  /** The model type, and the part of it where its parts differ. */
  public String words() {
    return words;
  }

  /** The kinds in words, as in "mlp, cnn, resnet". */
  public static String words(Set<ModelKind> kinds) {
    boolean bothResnets = kinds.contains(DENSE_RESNET) && kinds.contains(CONVOLUTIONAL_RESNET);
    return EnumSet.copyOf(kinds).stream()
        .filter(kind -> !(bothResnets && kind == CONVOLUTIONAL_RESNET))
        .map(kind -> bothResnets && kind == DENSE_RESNET ? "resnet" : kind.words)
        .collect(Collectors.joining(", "));
  }

  /** The kinds of network that obey {@code parameter}, or may. */
  static Set<ModelKind> obeying(Hyperparameter parameter) {
    return switch (parameter) {
      case HIDDEN_UNITS -> EnumSet.of(MLP, CNN, DENSE_RESNET, CLASS);
      case HIDDEN_LAYERS -> EnumSet.of(MLP, CNN, CLASS);
      case FILTERS, KERNEL_SIZE -> EnumSet.of(CNN, CONVOLUTIONAL_RESNET, CLASS);
      case POOL_SIZE -> EnumSet.of(CNN, CLASS);
      case RESIDUAL_BLOCKS -> EnumSet.of(DENSE_RESNET, CONVOLUTIONAL_RESNET, CLASS);
      // A description has the layers that it has.
      case BATCH_NORM, INPUT_NOISE, DROPOUT_KIND, CLASS_WEIGHTS ->
          EnumSet.complementOf(EnumSet.of(DL4J));
      default -> EnumSet.allOf(ModelKind.class);
    };
  }

  /**
   * Whether {@code parameter} has the catalogue's default in a sweep that leaves it out. Where it
   * has not, the network's own description decides.
   */
  public boolean usesDefaultOf(Tunable parameter) {
    return this != DL4J
        || parameter == Hyperparameter.BATCH_SIZE
        || parameter == Hyperparameter.LABEL_SMOOTHING
        || parameter.group() == Group.AUGMENTATION;
  }
}
