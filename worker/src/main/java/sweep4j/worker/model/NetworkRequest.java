package sweep4j.worker.model;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;

/**
 * What a trial asks of a network factory, and help to do what the catalogue's parameters say. A
 * network that is built with {@link #builder}, {@link #weighted} for each layer with weights and
 * {@link #outputLayer} trains as {@code training:} says without further ado.
 *
 * @param shape what the data ask of the network
 * @param hyperparameters of the trial, the factory's own and the catalogue's
 * @param length how long it trains at most
 * @param seed of the initial weights, not 0
 */
public record NetworkRequest(
    NetworkShape shape, Hyperparameters hyperparameters, TrainingLength length, long seed) {

  /**
   * A builder with seed, updater, schedule of the learning rate and bounds of gradients set.
   * Penalties are not: Deeplearning4j would apply some of them twice from here.
   */
  public NeuralNetConfiguration.Builder builder() {
    var builder = new NeuralNetConfiguration.Builder().seed(seed).updater(updater());
    Regularizers.clip(builder, hyperparameters);
    return builder;
  }

  /** The updater, with its schedule; a new one at each call. */
  public IUpdater updater() {
    return Updaters.of(hyperparameters, length);
  }

  /**
   * Puts the penalties {@code lambda} and {@code l1} and the bound {@code max_norm} on the weights
   * of {@code layer}.
   *
   * @return {@code layer}
   */
  public <B extends BaseLayer.Builder<B>> B weighted(B layer) {
    Regularizers.penalize(layer, hyperparameters);
    Regularizers.bound(layer, hyperparameters);
    return layer;
  }

  /**
   * Has {@code dropout} drop the input of {@code layer} in training, as {@code dropout_kind} says.
   * So does Deeplearning4j: a layer whose outputs are to be dropped is the one before.
   *
   * @return {@code layer}
   */
  public <B extends BaseLayer.Builder<B>> B dropping(B layer) {
    IDropout dropout = Dropouts.ofHidden(hyperparameters);
    if (dropout != null) {
      layer.dropOut(dropout);
    }
    return layer;
  }

  /** The function that {@code activation} names. */
  public Activation activation() {
    return Activations.named(hyperparameters.text(Hyperparameter.ACTIVATION));
  }

  /**
   * The distribution of initial weights that {@code weight_init} names; {@code auto} is the one
   * that suits {@link #activation}.
   *
   * @param inputs of the layer, at least 1
   */
  public IWeightInit weightInit(int inputs) {
    WeightInit suitable = Activations.weightInit(hyperparameters.text(Hyperparameter.ACTIVATION));
    return WeightInits.named(hyperparameters.text(Hyperparameter.WEIGHT_INIT), suitable, inputs);
  }

  /**
   * The output layer that the task asks for, penalties included: softmax with cross-entropy for
   * classes (with {@code class_weights}), linear with squared error for a number. What trials are
   * scored by depends on it.
   *
   * @param inputs width of the layer before, at least 1
   */
  public OutputLayer outputLayer(int inputs) {
    return outputLayerBuilder(inputs).build();
  }

  /** As {@link #outputLayer}, to add something to. */
  public OutputLayer.Builder outputLayerBuilder(int inputs) {
    var layer = Outputs.layer(shape, hyperparameters).nIn(inputs).nOut(shape.outputs());
    return weighted(layer.weightInit(WeightInit.XAVIER));
  }
}
