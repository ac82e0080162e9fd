package sweep4j.trial;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Default.Constant;
import sweep4j.trial.Default.Contextual;
import sweep4j.trial.Legal.LayerWidths;
import sweep4j.trial.Legal.OneOf;
import sweep4j.trial.Legal.RealRange;
import sweep4j.trial.Legal.Switch;
import sweep4j.trial.Legal.WholeRange;
import sweep4j.trial.ParameterValue.Flag;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;

/**
 * The catalogue of what a sweep may vary or fix: name in the sweep file, legal values, the value
 * that holds when the sweep file is silent, one line of help, and when it has an effect.
 */
public enum Hyperparameter implements Tunable {
  HIDDEN_UNITS(
      "hidden_units",
      Group.MODEL,
      new LayerWidths(),
      new Widths(List.of(64)),
      "width of each hidden layer: a list, or one number for all of them; of a resnet: of each stage"),
  HIDDEN_LAYERS(
      "hidden_layers",
      Group.MODEL,
      new WholeRange(1, 64),
      new Contextual(
          "as many as hidden_units lists",
          h -> new Whole(h.widths(Hyperparameter.HIDDEN_UNITS).size())),
      "how many hidden layers; a longer list of hidden_units is cut, a single width repeated"),
  FILTERS(
      "filters",
      Group.MODEL,
      new LayerWidths(),
      new Widths(List.of(16, 32)),
      "filters of the convolutions of each block or stage, from the image on: a list, or a number"),
  KERNEL_SIZE(
      "kernel_size",
      Group.MODEL,
      new WholeRange(1, 31),
      new Whole(3),
      "height and width of each filter; the image is padded so that it keeps its size"),
  POOL_SIZE(
      "pool_size",
      Group.MODEL,
      new WholeRange(1, 31),
      new Whole(2),
      "height and width of what one maximum is taken of at the end of each block; 1: no pooling"),
  RESIDUAL_BLOCKS(
      "residual_blocks",
      Group.MODEL,
      new WholeRange(1, 64),
      new Whole(2),
      "blocks of two layers in each stage; a stage for each width in hidden_units or filters"),
  ACTIVATION(
      "activation",
      Group.MODEL,
      OneOf.names("relu", "leakyrelu", "elu", "selu", "gelu", "tanh", "sigmoid", "swish"),
      new Text("relu"),
      "activation function of the hidden layers"),
  WEIGHT_INIT(
      "weight_init",
      Group.MODEL,
      OneOf.names(
          "auto",
          "xavier",
          "xavier_uniform",
          "he",
          "he_uniform",
          "lecun",
          "lecun_uniform",
          "uniform",
          "normal"),
      new Text("auto"),
      "distribution of the initial weights; auto: the one that suits each layer's activation"),
  BATCH_NORM(
      "batch_norm",
      Group.MODEL,
      new Switch(),
      new Flag(false),
      "batch normalization before the activation of each hidden layer, by channel in convolutions"),
  DROPOUT(
      "dropout",
      Group.MODEL,
      RealRange.belowOne(),
      new Real(0.0),
      "share of each hidden layer's outputs set to zero in training; after pooling, where there is any"),
  DROPOUT_KIND(
      "dropout_kind",
      Group.MODEL,
      OneOf.names("standard", "gaussian", "alpha"),
      new Text("standard"),
      "what dropout does: sets to zero, multiplies by Gaussian noise, or the kind that suits selu"),
  INPUT_DROPOUT(
      "input_dropout",
      Group.MODEL,
      RealRange.belowOne(),
      new Real(0.0),
      "share of the raw input set to zero in training"),
  INPUT_NOISE(
      "input_noise",
      Group.MODEL,
      RealRange.coefficient(),
      new Real(0.0),
      "standard deviation of the Gaussian noise on the scaled inputs in training"),
  WEIGHT_NOISE(
      "weight_noise",
      Group.MODEL,
      RealRange.coefficient(),
      new Real(0.0),
      "standard deviation of the Gaussian noise on the weights (biases left out) in training"),

  UPDATER(
      "updater",
      Group.TRAINING,
      OneOf.names("sgd", "nesterovs", "adam", "adamw", "rmsprop"),
      new Text("adam"),
      "rule that turns gradients into steps; adamw: adam with lambda decoupled from the loss"),
  LEARNING_RATE(
      "learning_rate",
      Group.TRAINING,
      RealRange.positive(),
      new Real(1e-3),
      "step size of the updater"),
  LEARNING_RATE_SCHEDULE(
      "learning_rate_schedule",
      Group.TRAINING,
      OneOf.names("constant", "step", "exponential", "inverse", "cosine"),
      new Text("constant"),
      "how the learning rate falls with the epochs after the warm-up"),
  LEARNING_RATE_DECAY(
      "learning_rate_decay",
      Group.TRAINING,
      RealRange.closed(0.0, 1.0),
      new Contextual(
          "step 0.5, exponential 0.95, inverse 0.1, cosine 0.0",
          h -> new Real(Hyperparameter.usualDecay(h.text(Hyperparameter.LEARNING_RATE_SCHEDULE)))),
      "d; the factor after t epochs is step: d^floor(t/learning_rate_step_epochs),"
          + " exponential: d^t, inverse: 1/(1+d*t), cosine: from 1 to d at max_epochs",
      UsedWith.of(
          Hyperparameter.LEARNING_RATE_SCHEDULE, "step", "exponential", "inverse", "cosine")),
  LEARNING_RATE_STEP_EPOCHS(
      "learning_rate_step_epochs",
      Group.TRAINING,
      new WholeRange(1, 1 << 24),
      new Whole(10),
      "epochs between two steps of the schedule",
      UsedWith.of(Hyperparameter.LEARNING_RATE_SCHEDULE, "step")),
  WARMUP_EPOCHS(
      "warmup_epochs",
      Group.TRAINING,
      RealRange.closed(0.0, 1e6),
      new Real(0.0),
      "epochs, also part of one, over which the learning rate first rises evenly from 0"),
  MOMENTUM(
      "momentum",
      Group.TRAINING,
      RealRange.belowOne(),
      new Contextual(
          "nesterovs 0.9, sgd 0.0",
          h -> new Real(h.text(Hyperparameter.UPDATER).equals("nesterovs") ? 0.9 : 0.0)),
      "share of the step before that goes on; with sgd it is classical momentum",
      UsedWith.of(Hyperparameter.UPDATER, "sgd", "nesterovs")),
  BETA1(
      "beta1",
      Group.TRAINING,
      RealRange.belowOne(),
      new Real(0.9),
      "decay of the running mean of gradients",
      UsedWith.of(Hyperparameter.UPDATER, "adam", "adamw")),
  BETA2(
      "beta2",
      Group.TRAINING,
      RealRange.belowOne(),
      new Real(0.999),
      "decay of the running mean of squared gradients",
      UsedWith.of(Hyperparameter.UPDATER, "adam", "adamw")),
  RMS_DECAY(
      "rms_decay",
      Group.TRAINING,
      RealRange.belowOne(),
      new Real(0.95),
      "decay of rmsprop's running mean of squared gradients",
      UsedWith.of(Hyperparameter.UPDATER, "rmsprop")),
  EPSILON(
      "epsilon",
      Group.TRAINING,
      RealRange.positive(),
      new Real(1e-8),
      "added to what the updater divides by",
      UsedWith.of(Hyperparameter.UPDATER, "adam", "adamw", "rmsprop")),
  LAMBDA(
      "lambda",
      Group.TRAINING,
      RealRange.coefficient(),
      new Real(0.0),
      "coefficient of the sum of squared weights (biases left out) that is added to the loss"),
  L1(
      "l1",
      Group.TRAINING,
      RealRange.coefficient(),
      new Real(0.0),
      "coefficient of the sum of absolute weights (biases left out) that is added to the loss"),
  MAX_NORM(
      "max_norm",
      Group.TRAINING,
      RealRange.coefficient(),
      new Real(0.0),
      "most that the Euclidean norm of each unit's incoming weights may be; 0: no bound"),
  BATCH_SIZE(
      "batch_size",
      Group.TRAINING,
      new WholeRange(1, 1 << 24),
      new Whole(32),
      "examples in a mini-batch; a size above the training set's means one batch an epoch"),
  GRADIENT_CLIP_NORM(
      "gradient_clip_norm",
      Group.TRAINING,
      RealRange.coefficient(),
      new Real(0.0),
      "most that the Euclidean norm of each layer's gradient may be; 0: no bound"),
  GRADIENT_CLIP_VALUE(
      "gradient_clip_value",
      Group.TRAINING,
      RealRange.coefficient(),
      new Real(0.0),
      "most that each component of the gradient may be, up or down; 0: no bound"),
  LABEL_SMOOTHING(
      "label_smoothing",
      Group.TRAINING,
      RealRange.belowOne(),
      new Real(0.0),
      "share of each training label that is spread evenly over all classes",
      Needs.CLASSES),
  CLASS_WEIGHTS(
      "class_weights",
      Group.TRAINING,
      OneOf.names("none", "balanced"),
      new Text("none"),
      "balanced: each class counts alike in training, however many examples it has",
      Needs.CLASSES),

  AUGMENT_SHIFT(
      "augment_shift",
      RealRange.closed(0.0, 0.5),
      "most that an image is shifted each way, as a share of its width and of its height"),
  AUGMENT_ROTATION(
      "augment_rotation",
      RealRange.closed(0.0, 180.0),
      "most that an image is turned either way, in degrees"),
  AUGMENT_ZOOM(
      "augment_zoom",
      RealRange.closed(0.0, 0.9),
      "z: an image is magnified by a factor from 1 - z to 1 + z"),
  AUGMENT_FLIP(
      "augment_flip",
      RealRange.closed(0.0, 1.0),
      "probability that an image is mirrored, left to right"),
  AUGMENT_BRIGHTNESS(
      "augment_brightness",
      RealRange.closed(0.0, 1.0),
      "most that is added to all pixels of an image or taken off, as a share of 255"),
  AUGMENT_CONTRAST(
      "augment_contrast",
      RealRange.closed(0.0, 1.0),
      "c: a pixel's distance from the image's mean is multiplied by a factor from 1 - c to 1 + c"),
  AUGMENT_NOISE(
      "augment_noise",
      RealRange.closed(0.0, 1.0),
      "standard deviation of the Gaussian noise on each pixel, as a share of 255");

  private final String key;
  private final Group group;
  private final Legal legal;
  private final Default defaultValue;
  private final String help;
  private final @Nullable UsedWith usedWith;
  private final Needs needs;

  Hyperparameter(String key, Group group, Legal legal, ParameterValue defaultValue, String help) {
    this(key, group, legal, new Constant(defaultValue), help, null, Needs.NOTHING);
  }

  Hyperparameter(String key, Group group, Legal legal, Default defaultValue, String help) {
    this(key, group, legal, defaultValue, help, null, Needs.NOTHING);
  }

  Hyperparameter(
      String key,
      Group group,
      Legal legal,
      ParameterValue defaultValue,
      String help,
      UsedWith usedWith) {
    this(key, group, legal, new Constant(defaultValue), help, usedWith, Needs.NOTHING);
  }

  Hyperparameter(
      String key, Group group, Legal legal, Default defaultValue, String help, UsedWith usedWith) {
    this(key, group, legal, defaultValue, help, usedWith, Needs.NOTHING);
  }

  Hyperparameter(
      String key, Group group, Legal legal, ParameterValue defaultValue, String help, Needs needs) {
    this(key, group, legal, new Constant(defaultValue), help, null, needs);
  }

  /** A strength of augmentation, 0 unless set. */
  Hyperparameter(String key, Legal legal, String help) {
    this(key, Group.AUGMENTATION, legal, new Constant(new Real(0.0)), help, null, Needs.IMAGES);
  }

  Hyperparameter(
      String key,
      Group group,
      Legal legal,
      Default defaultValue,
      String help,
      @Nullable UsedWith usedWith,
      Needs needs) {
    this.key = key;
    this.group = group;
    this.legal = legal;
    this.defaultValue = defaultValue;
    this.help = help;
    this.usedWith = usedWith;
    this.needs = needs;
  }

  private static double usualDecay(String schedule) {
    return switch (schedule) {
      case "step" -> 0.5;
      case "exponential" -> 0.95;
      case "inverse" -> 0.1;
      default -> 0.0;
    };
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public Group group() {
    return group;
  }

  @Override
  public Legal legal() {
    return legal;
  }

  @Override
  public Default defaultValue() {
    return defaultValue;
  }

  @Override
  public String help() {
    return help;
  }

  @Override
  public @Nullable UsedWith usedWith() {
    return usedWith;
  }

  @Override
  public Needs needs() {
    return needs;
  }

  /** The kinds of network that obey it. */
  public Set<ModelKind> models() {
    return ModelKind.obeying(this);
  }

  /** The hyperparameter that sweep files call {@code key}, if there is one. */
  public static Optional<Hyperparameter> named(String key) {
    return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
  }
}
