package sweep4j.worker.model;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;

/** What the layers of a residual network are. */
sealed interface ResidualLayers permits DenseResidualLayers, ConvolutionalResidualLayers {

  /** Columns, or channels, of an example. */
  int inputs();

  /** Columns, or channels, of what the blocks of each stage give; one stage or more. */
  List<Integer> widths();

  /** A layer with its sizes set and nothing else; {@code stride} is 1 or 2. */
  FeedForwardLayer.Builder<?> layer(int inputs, int outputs, int stride);

  /** The least layer that changes the width, for the way around a block. */
  FeedForwardLayer.Builder<?> projection(int inputs, int outputs, int stride);

  /** How many values a unit of {@link #layer} takes in. */
  int fanIn(int inputs);

  /** The stride of the first block of each stage but the first. */
  int stride();

  /** Makes one row of what the last stage gives, as wide as that stage. */
  void flatten(LayerStack layers);
}
