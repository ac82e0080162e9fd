package sweep4j.worker.model;

import java.util.List;
import org.deeplearning4j.nn.api.layers.LayerConstraint;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;

/** Takes out of layers what Deeplearning4j alone would not understand. */
final class Portable {

  private Portable() {}

  /**
   * Gives {@code layers} stock updaters, and takes constraints of ours off: both serve training.
   */
  static void make(List<Layer> layers) {
    for (Layer layer : layers) {
      if (layer instanceof BaseLayer weighted) {
        weighted.setIUpdater(Updaters.stock(weighted.getIUpdater()));
        weighted.setBiasUpdater(Updaters.stock(weighted.getBiasUpdater()));
      }
      if (layer.getConstraints() != null) {
        List<LayerConstraint> others =
            layer.getConstraints().stream().filter(each -> !(each instanceof MaxNorm)).toList();
        layer.setConstraints(others.isEmpty() ? null : others);
      }
    }
  }
}
