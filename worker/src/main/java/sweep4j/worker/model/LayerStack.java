package sweep4j.worker.model;

import org.deeplearning4j.nn.conf.layers.Layer;

/** Where layers go, each upon the one before. */
@FunctionalInterface
interface LayerStack {

  /** Puts {@code layer} on top. */
  void layer(Layer layer);
}
